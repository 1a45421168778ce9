// A program as the whole of a process: the entry is loaded, and the process ends as the edition's line would end it.

import { emitWarning } from '../context/warnings.ts';
import { behavioursOf } from '../editions/editions.ts';
import { createLoader, type LoaderOptions } from './create-loader.ts';

/** Runs a program in this process, which is its own from here on. Errors that nobody catches are thrown on. */
export function runProgram(entry: string, options: LoaderOptions): void {
  if (behavioursOf(options.edition ?? 'locked').exitCode === 'comes from process.exit alone')
    endLikeTheFirstLines();
  createLoader({ warn: emitWarning, ...options }).runMain(entry, { processMainModule: true });
}

let endsLikeTheFirstLines = false;

/** Node 0.10: `process.exit` alone sets the exit code, and an uncaught error makes it 8. */
function endLikeTheFirstLines(): void {
  if (endsLikeTheFirstLines) return;
  endsLikeTheFirstLines = true;
  let asked: number | undefined;
  let uncaught = false;
  const exit = process.exit;
  process.exit = (code) => {
    asked = Number(code ?? 0);
    return exit(code);
  };
  process.once('uncaughtExceptionMonitor', () => {
    uncaught = true;
  });
  process.once('exit', () => {
    process.exitCode = asked ?? (uncaught ? 8 : 0);
  });
}
