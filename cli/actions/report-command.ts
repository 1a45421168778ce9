// `modspec report`: an HTML report of runs; without a run, of the specification alone.

import { loadCases } from '../../api/load-cases.ts';
import { readResults } from '../../api/read-results.ts';
import { renderHtml } from '../../api/render-html.ts';
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
  const { runs, histories } = await readResults(files, source);
  writeReportFile(out, await renderHtml(runs, source, histories));
}
