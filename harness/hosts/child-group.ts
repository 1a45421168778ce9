// Child processes that never outlive their use: each leads a process group of its own, which is killed as a whole.

import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { execa } from 'execa';

/** How to start a host. */
export interface Launch {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  /** The whole environment; nothing of the harness's own is added. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its replies come from; descriptor 3 unless standard output is theirs alone. */
  readonly repliesOn?: 'stdout';
}

/** A running child. Its streams may end or break at any time without an exception. */
export interface ChildGroup {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** The stream on which the child replies: descriptor 3, or standard output itself. */
  readonly replies: Readable;
  /** Settles when the child itself has ended, however it ended, and its streams have been read. */
  readonly ended: Promise<Ending>;
  /** Kills the child and all its descendants that stayed in its group. Safe to call again. */
  kill(): void;
}

export interface Ending {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Set when it never started. */
  readonly failure?: string;
}

const alive = new Set<ChildGroup>();

/** Starts a child in a process group of its own. Failing to start is an ending, not an exception. */
export function startChild(launch: Launch): ChildGroup {
  const child = execa(launch.command, [...launch.arguments], {
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
  const group: ChildGroup = { stdin, stdout, stderr, replies, ended, kill };
  alive.add(group);
  ended.then(() => alive.delete(group));
  return group;
}

/** Kills every child that is still there; for the way out, also on a signal. */
export function killAllChildren(): void {
  for (const group of alive) group.kill();
}

/** How long streams may stay open after the child's end, in case a descendant that left the group holds them. */
const streamGraceMs = 500;

/** The end of the child and then of its streams; the rest of its group is killed in between. */
function watchEnd(child: ChildProcess, kill: () => void): Promise<Ending> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: null, signal: null, failure: error.message }));
    child.once('exit', (exitCode, signal) => {
      kill();
      const finish = () => {
        clearTimeout(timer);
        resolve({ exitCode, signal });
      };
      // On a busy machine the time may be over before anything was read, so that a turn for reading comes first.
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
    // The group is gone already, which is what was wanted.
  }
}
