// A cell keeps processes in: namespaces of Linux with their own processes, without network, in which modspec's own files can't be
// changed. It is made with `unshare` and entered with `nsenter`, both of util-linux; no host is the first process of a cell, so
// that signals and exit codes are those of the host.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../model/package-root.ts';
import type { Protection } from '../../model/run.ts';
import { endWithin } from './ask-alone.ts';
import { startChild } from './child-group.ts';
import { collectText } from './lines.ts';

export interface Cell {
  readonly protections: readonly Protection[];
  /** The command line that runs a command line inside, in the folder `cwd`. */
  enclose(words: readonly string[], cwd: string, needsNetwork: boolean): string[];
  /** Ends every process inside, also those that nobody can find. It may be called repeatedly. */
  end(): void;
}

/** A way to make a cell. Users other than root need a namespace of users. */
interface Way {
  readonly network: boolean;
  readonly users: boolean;
}

/**
 * Starts a cell.
 * @param root the folder of the run, in which processes inside may write
 * @param cache the folder of fetched packages, which they only read
 * @returns the reason if the system does not offer it
 */
export async function startCell(root: string, cache: string): Promise<Cell | string> {
  if (process.platform !== 'linux') return `${process.platform} has no namespaces of processes`;
  const users = process.getuid?.() !== 0;
  const whole = await attemptCell(root, cache, { users, network: false });
  return typeof whole === 'string' ? attemptCell(root, cache, { users, network: true }) : whole;
}

async function attemptCell(root: string, cache: string, way: Way): Promise<Cell | string> {
  const holder = startHolder(root, cache, way);
  const inner = await readyHolder(holder);
  if (typeof inner === 'string') return inner;
  const cell = openCell(holder, inner, way);
  const fault = await tryOut(cell, root);
  if (fault === undefined) return cell;
  cell.end();
  return fault;
}

/** What lies in these folders of modspec says what is expected, and no host needs it. */
const hidden = ['cases', 'spec'];

/**
 * The first process inside: it protects folders, then waits until modspec closes its input or ends. The kernel ends all others
 * with it.
 */
function startHolder(root: string, cache: string, { network, users }: Way): ChildProcess {
  const flags = ['--fork', '--kill-child', '--pid', '--mount', '--mount-proc'];
  if (users) flags.push('--user', '--map-current-user', '--keep-caps');
  if (!network) flags.push('--net');
  const isApart = !`${root}${path.sep}`.startsWith(packageRoot + path.sep);
  const locked = [...(isApart ? [packageRoot] : []), cache].filter((folder) => existsSync(folder));
  const emptied = hidden.map((name) => path.join(packageRoot, name)).filter((folder) => existsSync(folder));
  const words = [
    ...flags,
    '/bin/sh',
    '-ec',
    holding,
    network ? 'network' : 'none',
    ...locked,
    '--',
    ...emptied,
  ];
  return spawn('unshare', words, { stdio: ['pipe', 'pipe', 'pipe'], env: toolEnvironment, detached: true });
}

const toolEnvironment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

const holding = `
while [ "$#" -gt 0 ] && [ "$1" != -- ]; do
  mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; shift
done
shift
for folder; do mount -t tmpfs -o ro,size=4k none "$folder"; done
[ "$0" = network ] || ip link set lo up
echo ready
exec cat`;

/** The id, outside, of the first process inside; or the reason why there is none. */
async function readyHolder(holder: ChildProcess): Promise<number | string> {
  const complaint = collectText(holder.stderr, 4096);
  for (const stream of holder.stdio) stream?.on('error', () => undefined);
  const failed = once(holder, 'error').then(([error]) => (error as Error).message);
  const closed = once(holder, 'close').then(() => complaint.text().trim().split('\n')[0] || 'unshare failed');
  const ready = holder.stdout && once(holder.stdout, 'data').then(() => undefined);
  for (const promise of [failed, closed, ready]) promise?.catch(() => undefined);
  const fault = await Promise.race([failed, closed, ready]);
  if (fault !== undefined) return fault ?? 'unshare failed';
  // Nothing of it may keep modspec from ending.
  holder.unref();
  for (const stream of holder.stdio) (stream as { unref?: () => void } | null | undefined)?.unref?.();
  return childOf(holder.pid ?? 0);
}

function childOf(pid: number): number | string {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    return child ? Number(child) : 'the first process of the namespace is not found';
  } catch (error) {
    return (error as Error).message;
  }
}

function openCell(holder: ChildProcess, inner: number, { network, users }: Way): Cell {
  const entered = ['--target', String(inner), '--pid', '--mount'];
  if (users) entered.push('--user', '--preserve-credentials');
  const limits = ['--core=0', `--data=${mostMemory}`];
  return {
    protections: [
      'own processes',
      ...(network ? [] : (['no network'] as const)),
      'modspec read-only',
      'limited memory',
    ],
    enclose: (words, cwd, needsNetwork) => [
      ...['prlimit', ...limits, 'nsenter', ...entered],
      ...(network || needsNetwork ? [] : ['--net']),
      ...[`--wdns=${cwd}`, '--', ...words],
    ],
    end: () => {
      holder.stdin?.destroy();
      holder.kill('SIGKILL');
    },
  };
}

/** In bytes, of each process: what it can write to, not what it reserves. */
const mostMemory = 4 * 2 ** 30;

/** Enters the cell as a host does. @returns what is wrong */
async function tryOut(cell: Cell, root: string): Promise<string | undefined> {
  const [command = '', ...rest] = cell.enclose(['/bin/pwd'], root, false);
  const child = startChild({
    command,
    arguments: rest,
    cwd: '/',
    environment: toolEnvironment,
    cell: undefined,
  });
  const stdout = collectText(child.stdout, 4096);
  const stderr = collectText(child.stderr, 4096);
  child.replies.resume();
  const ending = await endWithin(child, 10_000);
  if (ending?.exitCode === 0 && stdout.text().trim() === root) return undefined;
  return ending?.failure ?? (stderr.text().trim().split('\n')[0] || 'nsenter does not enter the namespaces');
}
