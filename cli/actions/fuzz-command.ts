// `modspec fuzz`: asks two loaders random questions, and shrinks each difference to a case.

import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Fuzzed, fuzz } from '../../analysis/fuzz/fuzz.ts';
import { readKnownDifferences } from '../../analysis/fuzz/known-differences.ts';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import type { Way } from '../../model/vocabulary.ts';
import { renderCause, renderFuzzed } from '../../reports/commands/render-fuzz.ts';
import { checkCompared } from './check-compared.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';
import { drawStatus } from './status-line.ts';
import { writeReportFile } from './write-file.ts';

export interface FuzzCommandOptions {
  readonly impl: string;
  readonly against: string;
  readonly edition?: string;
  readonly by: Way;
  readonly seed: number;
  readonly questions: number;
  readonly tree?: number;
  readonly known?: string;
  readonly out?: string;
  readonly causes: number;
  readonly tries: number;
  readonly jobs?: number;
  readonly timeout: number;
  readonly offline: boolean;
}

/** @returns the exit code: 1 if a difference is not explained */
export async function fuzzCommand(options: FuzzCommandOptions): Promise<number> {
  checkCompared(options);
  const known = options.known === undefined ? [] : readKnownDifferences(options.known);
  const fetching = { offline: options.offline, signal: interrupted };
  const oracle = await findAdapter(options.against, fetching);
  const loader = await findAdapter(options.impl, fetching);
  const workspace = await openWorkspace();
  try {
    const fuzzed = await fuzz(
      { oracle, loader },
      {
        ...options,
        known,
        workspace,
        // A pair of hosts keeps two processors busy.
        jobs: options.jobs ?? Math.max(1, Math.floor(availableParallelism() / 2)),
        timeoutMs: options.timeout,
        mostTries: options.tries,
        mostCauses: options.causes,
        onProgress: showProgress,
      },
    );
    return interrupted.aborted ? interruptedExitCode() : tell(fuzzed, options);
  } finally {
    drawStatus('');
    workspace.remove();
  }
}

/** Stops after an interruption. */
function showProgress(done: string): void {
  interrupted.throwIfAborted();
  drawStatus(done);
}

function tell(fuzzed: Fuzzed, options: FuzzCommandOptions): number {
  for (const cause of fuzzed.causes) {
    if (cause.explained) continue;
    if (options.out === undefined) process.stdout.write(`${cause.page.text}\n`);
    else writeCase(options.out, cause.id, cause.page.text);
    process.stderr.write(renderCause(cause, options));
  }
  process.stderr.write(renderFuzzed(fuzzed, options));
  return fuzzed.causes.every(({ explained }) => explained) ? exitCodes.asExpected : exitCodes.notAsExpected;
}

function writeCase(folder: string, id: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeReportFile(path.join(folder, `${id}.md`), text);
}
