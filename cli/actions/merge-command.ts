// `modspec merge`: joins the runs of all shards into one run, which can be compared with a baseline.

import { mergeRuns } from '../../harness/run/merge-runs.ts';
import { fingerprint } from '../../harness/run/shard.ts';
import type { Case } from '../../model/case.ts';
import type { Run } from '../../model/run.ts';
import { renderJson } from '../../reports/run/json.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { exitCodes } from './exit-codes.ts';
import { showInActions } from './github.ts';
import { type BaselineOptions, checkBaseline, holdBaseline } from './hold-baseline.ts';
import { readRunFile } from './read-runs.ts';
import { writeReportFile } from './write-file.ts';
import { hasMarkdown, parseFormats, writeReports } from './write-reports.ts';

export interface MergeCommandOptions extends BaselineOptions {
  readonly out?: string;
  readonly format: readonly string[];
  readonly spec?: string;
  readonly verbose: boolean;
}

/** @returns the exit code; the same as that of `modspec run` if there is a baseline */
export async function mergeCommand(files: readonly string[], options: MergeCommandOptions): Promise<number> {
  checkBaseline(options);
  const formats = options.format.length === 0 ? [] : parseFormats(options.format);
  const merged = mergeRuns(
    files.map((file) => ({ file, run: readRunFile(file, () => loadCatalog(options.spec)) })),
  );
  const run = options.baseline === undefined ? merged : hold(merged, options);
  if (options.out !== undefined) writeReportFile(options.out, renderJson(run));
  else if (formats.length === 0) process.stdout.write(renderJson(run));
  if (formats.length > 0) await writeReports(run, loadCatalog(options.spec), formats, options);
  if (formats.length > 0)
    await showInActions(run, loadCatalog(options.spec), {
      spec: options.spec,
      hasMarkdown: hasMarkdown(formats),
    });
  if (options.baseline === undefined) return exitCodes.asExpected;
  for (const { kind, text, mend } of run.baseline?.complaints ?? [])
    process.stderr.write(`${kind}: ${text}\n  ${mend}\n`);
  return exitCodeOf(run);
}

function hold(run: Run, options: MergeCommandOptions): Run {
  const catalog = loadCatalog(options.spec);
  return holdBaseline(options, { run, catalog, selected: selectedIn(run, catalog) }, options.spec);
}

/** All cases if the run was of all cases, otherwise the cases with a verdict. */
function selectedIn({ header, verdicts }: Run, { cases }: Catalog): Case[] {
  if (header.selection === fingerprint(cases)) return [...cases];
  const judged = new Set(verdicts.map((verdict) => verdict.case));
  return cases.filter(({ id }) => judged.has(id));
}
