// The processes of this machine that belong to a folder: its path is in their command line or their environment, or they work in it.

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Needs /proc. Processes that have ended and only wait to be noticed are not counted. */
export function processesOf(folder: string): string[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return numbers.flatMap((pid) => {
    const commandLine = readProc(pid, 'cmdline');
    const known = [commandLine, readProc(pid, 'environ'), placeOf(pid)];
    const belongs = known.some((text) => text.includes(folder));
    return belongs ? [`${pid} ${commandLine.replaceAll('\0', ' ').slice(0, 200)}`] : [];
  });
}

/** Waits until the condition holds; gives up after a minute, so that the assertion behind it can say what was found. */
export async function eventually(condition: () => boolean): Promise<void> {
  const until = Date.now() + 60_000;
  while (!condition() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Empty when the process has ended meanwhile. */
function readProc(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** Empty when the process has ended meanwhile. */
function placeOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
