// Finds and kills processes that left the process group of their host, as daemons do, by their inherited environment.

import { readdirSync, readFileSync } from 'node:fs';

/** How often to look again: a process that is found may have started others meanwhile. */
const rounds = 10;

/**
 * Kills every process that has this folder, or one in it, as its home. Works only on Linux, and does not find a daemon that
 * was started with another environment and works elsewhere.
 * @param home a folder that no process of another run has in its environment
 */
export function killStragglers(home: string): void {
  if (process.platform !== 'linux') return;
  for (let round = 0; round < rounds; round++) {
    const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && hasHome(name, home));
    for (const pid of found) kill(Number(pid));
    if (found.length === 0) return;
  }
}

function hasHome(pid: string, home: string): boolean {
  if (pid === String(process.pid)) return false;
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return variables.some((variable) => isIn(home, variable.slice(variable.indexOf('=') + 1)));
  } catch {
    return false;
  }
}

function isIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // The process has ended meanwhile.
  }
}
