// `modspec report`: an HTML report of runs; without a run, of the specification alone.

import { loadCases } from '../../api/load-cases.ts';
import { readRun } from '../../api/read-run.ts';
import { renderHtml } from '../../api/render-html.ts';
import type { Run } from '../../model/run.ts';
import { writeReportFile } from './write-file.ts';

export interface ReportCommandOptions {
  readonly out: string;
  readonly spec?: string;
}

export async function reportCommand(
  files: readonly string[],
  { out, spec }: ReportCommandOptions,
): Promise<void> {
  const source = { spec, catalog: await loadCases(spec) };
  const runs: Run[] = [];
  for (const file of files) runs.push(await readRun(file, source));
  writeReportFile(out, await renderHtml(runs, source));
}
