// Finds and kills processes that left the process group of their host, as daemons do, by their environment and the folder in
// which they work.

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** How often to look again: a process that is found may have started others meanwhile. */
const rounds = 10;

/** A folder of a run, in which only processes of this run work. */
export interface Ground {
  readonly folder: string;
  /** The process groups that may go on. */
  readonly spared: ReadonlySet<number>;
}

/**
 * Kills every process that has this folder, or one in it, as its home. Works only on Linux, and does not find a daemon that
 * was started with another environment and works elsewhere.
 * @param home a folder that no process of another run has in its environment
 * @param ground where every process that works, or has come from there, is killed too, unless it has a terminal: that is a user who
 *   looks around
 */
export function killStragglers(home: string, ground?: Ground): void {
  if (process.platform !== 'linux') return;
  for (let round = 0; round < rounds; round++) {
    const found = readdirSync('/proc').filter((name) => isOther(name) && isStraggler(name, home, ground));
    for (const pid of found) kill(Number(pid));
    if (found.length === 0) return;
  }
}

function isOther(name: string): boolean {
  return /^\d+$/.test(name) && name !== String(process.pid);
}

function isStraggler(pid: string, home: string, ground: Ground | undefined): boolean {
  const variables = attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')) ?? [];
  const values = variables.map((variable) => variable.slice(variable.indexOf('=') + 1));
  if (values.some((value) => isIn(home, value))) return true;
  if (!ground) return false;
  const isFromHere = values.some((value) => isIn(ground.folder, value));
  return (isFromHere || worksIn(pid, ground.folder)) && isOnItsOwn(pid, ground);
}

function worksIn(pid: string, folder: string): boolean {
  const place = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
  // The system adds this to the path of a folder that has been removed.
  return place !== undefined && isIn(folder, place.replace(/ \(deleted\)$/, ''));
}

/** Without a terminal, and in none of the groups that may go on. */
function isOnItsOwn(pid: string, { spared }: Ground): boolean {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? '';
  // The name of the program, in parentheses, may contain anything.
  const [, , group, , terminal] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return terminal === '0' && !spared.has(Number(group));
}

function isIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

/** What the system says; undefined if it says nothing, or if the process has ended. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // The process has ended meanwhile.
  }
}
