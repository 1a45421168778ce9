// `modspec site`: a static site of runs.

import { loadCases } from '../../api/load-cases.ts';
import { readRun } from '../../api/read-run.ts';
import { renderSite } from '../../api/render-site.ts';
import type { Run } from '../../model/run.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';
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
  const source = { spec, catalog: await loadCases(spec) };
  const runs: Run[] = [];
  for (const file of files) runs.push(await readRun(file, source));
  const written = await writeSite(out, await renderSite(runs, source), interrupted);
  if (!written) return interruptedExitCode();
  process.stderr.write(`wrote ${out}/index.html\n`);
  return exitCodes.asExpected;
}
