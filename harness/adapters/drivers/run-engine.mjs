// An engine outside of Node runs a program in a process of its own; what it prints is passed on, and how it ends.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** @throws an error named as the engine names the one that ended the program */
export async function runEngine(command, flags, cwd) {
  const { stdout, failed, stderr } = await promisify(execFile)(command, flags, { cwd }).catch((error) => ({
    ...error,
    failed: true,
  }));
  process.stdout.write(stdout ?? '');
  if (!failed) return;
  const [, name = 'Error'] = /\b([A-Z]\w*Error)\b/.exec(stderr ?? '') ?? [];
  throw Object.assign(new Error(stderr?.trim()), { name });
}

/** What Node calls console, by the print function of the engine, put into the object that modules see as global. */
export const consoleByPrint =
  'console = { log: function () { print(Array.prototype.map.call(arguments, String).join(" ")); } };';
