// A program as the whole of a process: it is loaded, and the process ends as the edition's line would end it.

import { emitWarning } from '../context/warnings.ts';
import { behavioursOf } from '../editions/editions.ts';
import { importByHost } from '../host/es-modules.ts';
import { createLoader, type Loader, type LoaderOptions } from './create-loader.ts';
import type { Script } from './evaluate-script.ts';
import { preloadsOf } from './node-options.ts';

export interface ProgramOptions extends LoaderOptions {
  /** What `--require` names: modules that are loaded first. */
  readonly requires?: readonly string[];
  /** What `--import` names: modules that are imported then, before the program begins. */
  readonly imports?: readonly string[];
  /** A value of the variable NODE_OPTIONS; what it names comes before the others. */
  readonly nodeOptions?: string | undefined;
}

/**
 * Runs a program in this process, which is its own from here on. Errors that nobody catches are thrown on. Returns a promise if the
 * entry is imported.
 */
export function runProgram(entry: string, options: ProgramOptions): unknown {
  return start(options, (loader, afterImports) => loader.runMain(entry, afterImports));
}

/** Evaluates a script in this process as `runProgram` runs a program. */
export function runScript(script: Script, options: ProgramOptions): void {
  start(options, (loader) => loader.evaluate(script));
}

function start(options: ProgramOptions, begin: (loader: Loader, afterImports: boolean) => unknown): unknown {
  const behaviours = behavioursOf(options.edition ?? 'locked');
  if (behaviours.exitCode === 'comes from process.exit alone') endLikeTheFirstLines();
  const loader = createLoader({ warn: emitWarning, ...options, ownsProcess: true });
  const named = preloadsOf(behaviours, options.nodeOptions ?? '');
  const requires = [...named.requires, ...(options.requires ?? [])];
  const imports = [...named.imports, ...(options.imports ?? [])];
  if (requires.length > 0) loader.preload(requires);
  return imports.length === 0 ? begin(loader, false) : importEach(imports).then(() => begin(loader, true));
}

async function importEach(specifiers: readonly string[]): Promise<void> {
  for (const specifier of specifiers) await importByHost(specifier, process.cwd());
}

let endsLikeTheFirstLines = false;

/** Node 0.10: `process.exit` alone sets the exit code, and an error that nothing catches makes it 8. */
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
  process.on('uncaughtExceptionMonitor', () => {
    uncaught ||= process.listenerCount('uncaughtException') === 0;
  });
  process.once('exit', () => {
    process.exitCode = asked ?? (uncaught ? 8 : 0);
  });
}
