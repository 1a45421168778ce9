// The ways out of the process: whatever ends it, no child and no folder stays behind.

import { killAllChildren } from '../hosts/child-group.ts';
import { removeAllWorkspaces } from '../trees/workspace.ts';
import { exitCodes } from './exit-codes.ts';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const interrupt = new AbortController();

/** Aborted by the first signal that asks the process to end, so that a run can still write what it has. */
export const interrupted: AbortSignal = interrupt.signal;

/** The exit code after an interruption, by the conventions of shells. */
export function interruptedExitCode(): number {
  return interrupted.reason as number;
}

/** Takes charge of the ways out; gives the function that lets go of them. */
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

/** The first signal asks; the second does not wait for an answer. */
function onSignal(code: number): void {
  if (interrupted.aborted) process.exit(code);
  interrupt.abort(code);
  killAllChildren();
}

/** Who reads the output may have seen enough, as `modspec list cases | head` has. */
function onBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(brokenPipeExitCode);
  process.stderr.write(`modspec: standard output can't be written to: ${error.message}\n`);
  process.exit(exitCodes.usage);
}

/** What a shell gives for a program that SIGPIPE ended. */
const brokenPipeExitCode = 141;

function leaveNothing(): void {
  killAllChildren();
  removeAllWorkspaces();
}
