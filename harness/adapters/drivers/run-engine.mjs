// Runs a program with an engine other than Node, in its own process; passes on what it prints and how it ends.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** @throws an error with the name that the engine prints for the error that ended the program */
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

/** Node's console, made with the print function of the engine, as a property of the object that is global for modules. */
export const consoleByPrint =
  'console = { log: function () { print(Array.prototype.map.call(arguments, String).join(" ")); } };';
