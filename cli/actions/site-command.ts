// `modspec site`: a static site of runs.

import path from 'node:path';
import { loadCases } from '../../api/load-cases.ts';
import { readResults } from '../../api/read-results.ts';
import { renderSite } from '../../api/render-site.ts';
import type { SiteFile } from '../../reports/site/frame/site-data.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';
import { drawStatus } from './status-line.ts';
import { checkPlace, writeSite } from './write-site.ts';

export interface SiteCommandOptions {
  readonly out: string;
  readonly spec?: string;
}

/** @returns the exit code */
export async function siteCommand(
  files: readonly string[],
  { out, spec }: SiteCommandOptions,
): Promise<number> {
  checkPlace(out);
  try {
    const source = { spec, catalog: await loadCases(spec) };
    const { runs, histories } = await readResults(files, source, (at) =>
      drawStatus(`reading ${at + 1} of ${files.length} files`),
    );
    const site = await renderSite(runs, source, histories);
    if (!(await writeSite(out, counted(site), interrupted))) return interruptedExitCode();
  } finally {
    drawStatus('');
  }
  process.stderr.write(`wrote ${path.join(out, 'index.html')}\n`);
  return exitCodes.asExpected;
}

/** So many files are written before the line on the terminal is drawn again. */
const atOnce = 100;

function* counted(files: Iterable<SiteFile>): Generator<SiteFile> {
  let count = 0;
  for (const file of files) {
    if (count++ % atOnce === 0) drawStatus(`writing the site: ${count} files`);
    yield file;
  }
}
