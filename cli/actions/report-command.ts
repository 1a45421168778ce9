// `modspec report`: an HTML report of runs; without a run, of the specification alone.

import { renderHtml } from '../../reports/html/render-html.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { pagesOf } from '../../suite/cases/pages-of.ts';
import { withPresentIds } from '../../suite/identity/present-run.ts';
import { readRunFile } from './read-runs.ts';
import { writeReportFile } from './write-file.ts';

export interface ReportCommandOptions {
  readonly out: string;
  readonly spec?: string;
}

export function reportCommand(files: readonly string[], { out, spec }: ReportCommandOptions): void {
  const catalog = loadCatalog(spec);
  const read = (file: string) =>
    withPresentIds(
      readRunFile(file, () => catalog),
      catalog.formerIds ?? new Map(),
    );
  const input = { runs: files.map(read), catalog, pages: pagesOf(catalog, spec), spec };
  writeReportFile(out, renderHtml(input));
}
