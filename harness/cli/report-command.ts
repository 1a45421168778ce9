// `modspec report`: runs that were made before as one HTML file; without a run, the specification alone.

import { readSplitPages } from '../../reports/html/read-pages.ts';
import { renderHtml } from '../../reports/html/render-html.ts';
import { loadCatalog } from '../cases/catalog.ts';
import { readRunFile } from './read-runs.ts';
import { writeReportFile } from './write-file.ts';

export interface ReportCommandOptions {
  readonly out: string;
  readonly spec?: string;
}

export function reportCommand(files: readonly string[], { out, spec }: ReportCommandOptions): void {
  const runs = files.map(readRunFile);
  const input = { runs, catalog: loadCatalog(spec), pages: readSplitPages(spec), spec };
  writeReportFile(out, renderHtml(input));
}
