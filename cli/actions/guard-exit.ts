// Ensures that no child process and no temporary folder is left behind, however the process ends.

import { killAllChildren } from '../../harness/hosts/child-group.ts';
import { removeAllWorkspaces } from '../../harness/trees/workspace.ts';
import { exitCodes } from './exit-codes.ts';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const interrupt = new AbortController();

/** Aborted by the first signal that asks the process to end. The run can then still write what it has. */
export const interrupted: AbortSignal = interrupt.signal;

/** The exit code after an interruption, as shells define it. */
export function interruptedExitCode(): number {
  return interrupted.reason as number;
}

/** Installs the handlers; returns the function that removes them. */
export function guardExit(): () => void {
  const listeners = Object.entries(signals).map(([signal, code]) => {
    const listener = () => onSignal(code);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  process.on('exit', leaveNothing);
  process.stdout.on('error', onBrokenOutput);
  process.stderr.on('error', () => undefined);
  return () => {
    for (const stop of listeners) stop();
    process.off('exit', leaveNothing);
    leaveNothing();
  };
}

/** The first signal asks the commands to stop; the second ends the process at once. */
function onSignal(code: number): void {
  if (interrupted.aborted) process.exit(code);
  interrupt.abort(code);
  killAllChildren();
}

/** The reader of the output may close it early, for example `modspec list cases | head`. */
function onBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(brokenPipeExitCode);
  process.stderr.write(`modspec: cannot write to standard output: ${error.message}\n`);
  process.exit(exitCodes.usage);
}

/** The exit code that a shell reports for a program that SIGPIPE ended. */
const brokenPipeExitCode = 141;

function leaveNothing(): void {
  killAllChildren();
  for (const folder of removeAllWorkspaces())
    process.stderr.write(`modspec: cannot remove '${folder}'; remove it by hand\n`);
}
