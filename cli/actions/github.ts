// What a job of GitHub Actions shows of a run without any option: annotations, and the summary of the job.

import { appendFileSync } from 'node:fs';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

/** Whether the command runs in a job of GitHub Actions. */
export function isInActions(): boolean {
  return process.env['GITHUB_ACTIONS'] === 'true';
}

interface Shown {
  /** The `--spec` of the run. */
  readonly spec?: string | undefined;
  /** Whether the user writes a Markdown report, which usually is the summary. */
  readonly hasMarkdown: boolean;
}

/** Annotations go to standard error, which Actions reads too, so that standard output stays a report. */
export async function showInActions(run: Run, catalog: Catalog, { spec, hasMarkdown }: Shown): Promise<void> {
  if (!isInActions()) return;
  const { renderAnnotations } = await import('../../reports/run/file-formats.ts');
  process.stderr.write(renderAnnotations(run, catalog, spec));
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (!summary || hasMarkdown) return;
  const { renderMarkdown } = await import('../../reports/run/file-formats.ts');
  appendSummary(summary, renderMarkdown(run, catalog, spec));
}

function appendSummary(file: string, text: string): void {
  try {
    appendFileSync(file, `${text}\n`);
  } catch (error) {
    throw new UsageError(`cannot write the summary of the job: ${(error as Error).message}`, { file });
  }
}
