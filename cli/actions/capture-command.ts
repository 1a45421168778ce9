// `modspec capture`: shrinks a project in which a loader differs to the smallest case that shows the difference.

import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Captured, capture } from '../../analysis/capture/capture.ts';
import { readProject } from '../../analysis/capture/read-project.ts';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { openWorkspace } from '../../harness/trees/workspace.ts';
import { countOf } from '../../model/count-of.ts';
import { inert, shorten } from '../../model/inert.ts';
import { quoteCommand } from '../../model/quote-command.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Way } from '../../model/vocabulary.ts';
import { hasImport } from '../../reference/index.ts';
import { idShape, isId } from '../../suite/pages/page-id.ts';
import { checkCompared } from './check-compared.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';
import { drawStatus } from './status-line.ts';
import { writeReportFile } from './write-file.ts';

export interface CaptureCommandOptions {
  readonly entry: string;
  readonly impl: string;
  readonly against: string;
  readonly specifier?: string;
  readonly by: Way;
  readonly edition?: string;
  readonly id: string;
  readonly title: string;
  readonly out?: string;
  readonly timeout: number;
  readonly tries: number;
  readonly offline: boolean;
}

/** @returns the exit code: 1 when there is no difference to capture */
export async function captureCommand(folder: string, options: CaptureCommandOptions): Promise<number> {
  checkOptions(options);
  const tree = readProject(folder);
  const entry = path.posix.normalize(options.entry.split(path.sep).join('/'));
  if (!tree.some(({ path: place, kind }) => place === entry && kind !== 'folder'))
    throw new UsageError(`--entry ${options.entry}: expected a file in '${folder}'; found none`);
  const fetching = { offline: options.offline, signal: interrupted };
  const oracle = await findAdapter(options.against, fetching);
  const loader = await findAdapter(options.impl, fetching);
  // A project may be too large to be kept in memory.
  const workspace = await openWorkspace(tmpdir());
  try {
    const settings = {
      ...options,
      by: options.by === 'require' ? undefined : options.by,
      tree,
      entry,
      workspace,
      timeoutMs: options.timeout,
      mostTries: options.tries,
    };
    const captured = await capture({ oracle, loader }, { ...settings, onTry: showProgress });
    return interrupted.aborted ? interruptedExitCode() : tell(captured, tree.length, options);
  } finally {
    drawStatus('');
    workspace.remove();
  }
}

function checkOptions({ id, out, ...compared }: CaptureCommandOptions): void {
  checkCompared(compared);
  const { by, edition } = compared;
  if (by !== 'require' && edition !== undefined && !hasImport(edition))
    throw new UsageError(
      `--edition ${edition}: it has no import, which came with Node 12; expected node-12 or newer`,
    );
  if (!isId(id)) throw new UsageError(`--id ${id}: expected ${idShape}`);
  if (out !== undefined && !(out.endsWith('.md') && isId(path.basename(out, '.md'))))
    throw new UsageError(`--out ${out}: expected the id of a page and '.md'; an id is ${idShape}`);
}

/** Stops after an interruption. */
function showProgress(tries: number, entries: number): void {
  interrupted.throwIfAborted();
  drawStatus(`${countOf(tries, 'try', 'tries')}, ${countOf(entries, 'file')}`);
}

function tell(captured: Captured, size: number, { impl, against, out }: CaptureCommandOptions): number {
  if (captured.kind === 'same') {
    process.stderr.write(
      `modspec: no difference: ${impl} and ${against} give the same answers to all ${captured.asked} questions in ${captured.edition}; try another --entry, --specifier or --edition\n`,
    );
    return exitCodes.notAsExpected;
  }
  const { text, edition, shrunk } = captured;
  if (out === undefined) process.stdout.write(text);
  else writeReportFile(out, text);
  const { expected, observed } = shrunk.difference;
  process.stderr.write(
    `${countOf(size, 'file')} shrunk to ${shrunk.suspect.tree.length} in ${countOf(shrunk.tries, 'try', 'tries')}\n` +
      `${against}: ${oneLine(expected)}\n${impl}: ${oneLine(observed)}\n` +
      `judged by ${edition}; --edition names another\n`,
  );
  if (out !== undefined) {
    const again = quoteCommand(['modspec', 'run', '--spec', out, '--impl', impl, '--edition', edition]);
    process.stderr.write(`wrote ${out}; run it with: ${again}\n`);
  }
  return exitCodes.asExpected;
}

function oneLine(text: string): string {
  return inert(shorten(text.trim().replace(/\s*\n\s*/g, ' ⏎ '), 300));
}
