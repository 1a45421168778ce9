// Child processes that never outlive their use: each is the leader of a process group, which is killed as a whole.

import type { ChildProcess } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { execa } from 'execa';
import { canOpen, tooManyOpenFiles } from '../../model/open-files.ts';
import type { Cell } from './cell.ts';

/** How to start a host. */
export interface Launch {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  /** The whole environment; the environment of the harness is not added. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the replies are written: descriptor 3, or standard output if nothing else is written there. */
  readonly repliesOn?: 'stdout';
  /** What keeps the host in; undefined if nothing does. */
  readonly cell: Cell | undefined;
  /** Whether modspec talks to the host over the network of this machine. */
  readonly needsNetwork?: true;
}

/** A running child. Its streams may end or break at any time without an exception. */
export interface ChildGroup {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** The stream on which the child replies: descriptor 3, or standard output itself. */
  readonly replies: Readable;
  /** Settles when the child has ended in any way and its streams have been read. */
  readonly ended: Promise<Ending>;
  /** The number of the group; undefined if the child did not start. */
  readonly id: number | undefined;
  /** Kills the child and all descendants in its group. It may be called repeatedly. */
  kill(): void;
}

export interface Ending {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Set if it did not start. */
  readonly failure?: string;
}

const alive = new Set<ChildGroup>();

/** Starts a child in a process group of its own. A failure to start is reported as an ending, not as an exception. */
export function startChild(launch: Launch): ChildGroup {
  // Without descriptors for its streams, Node throws and emits an error at the same time.
  if (!canOpen(descriptorsOfChild)) return failedGroup(tooManyOpenFiles);
  const [command = '', ...words] = commandLine(launch);
  const child = execa(command, words, {
    cwd: launch.cwd,
    env: { ...launch.environment },
    extendEnv: false,
    detached: process.platform !== 'win32',
    cleanup: false,
    buffer: false,
    reject: false,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const { stdin, stdout, stderr } = child;
  const extra = child.stdio[3];
  for (const stream of [stdin, stdout, stderr, extra]) stream.on('error', () => undefined);
  const replies = launch.repliesOn === 'stdout' ? stdout : extra;
  if (replies !== extra) extra.resume();
  const kill = () => killGroup(child);
  const ended = watchEnd(child as ChildProcess, kill);
  const group: ChildGroup = { stdin, stdout, stderr, replies, ended, id: child.pid, kill };
  alive.add(group);
  ended.then(() => alive.delete(group));
  return group;
}

function commandLine({ command, arguments: words, cell, cwd, needsNetwork }: Launch): string[] {
  const inside = [command, ...words];
  return cell ? cell.enclose(inside, cwd, needsNetwork === true) : inside;
}

/** Both ends of four streams, and what the system needs to report that the command can't be run. */
const descriptorsOfChild = 12;

/** A child that did not start. */
function failedGroup(failure: string): ChildGroup {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const ended = Promise.resolve({ exitCode: null, signal: null, failure });
  return { stdin, stdout, stderr, replies: stdout, ended, id: undefined, kill: () => undefined };
}

/** Kills every child that is still alive; called when modspec ends, also after a signal. */
export function killAllChildren(): void {
  for (const group of alive) group.kill();
}

/** The process groups of the children that are still alive. */
export function livingGroups(): Set<number> {
  return new Set([...alive].flatMap(({ id }) => (id === undefined ? [] : [id])));
}

/** How long streams may stay open after the end of the child, because a descendant outside the group may hold them open. */
const streamGraceMs = 500;

/** Waits for the end of the child, kills the rest of its group, then waits for the end of its streams. */
function watchEnd(child: ChildProcess, kill: () => void): Promise<Ending> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: null, signal: null, failure: error.message }));
    child.once('exit', (exitCode, signal) => {
      kill();
      const finish = () => {
        clearTimeout(timer);
        // A descendant outside the group may hold them open for ever, and modspec with them.
        for (const stream of child.stdio) stream?.destroy();
        resolve({ exitCode, signal });
      };
      // On a busy machine the time may be over before anything was read, so the streams first get a turn to be read.
      let timer = setTimeout(() => {
        timer = setTimeout(finish, streamGraceMs / 10);
      }, streamGraceMs);
      child.once('close', finish);
    });
  });
}

function killGroup(child: { readonly pid?: number; kill(signal: 'SIGKILL'): boolean }): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has already ended.
  }
}
