// `modspec merge`: joins the runs of all shards into one run, which can be compared with a baseline.

import { loadCases } from '../../api/load-cases.ts';
import { readRun } from '../../api/read-run.ts';
import type { BaselineFile } from '../../harness/baseline/baseline-file.ts';
import { checkBaseline, holdBaseline } from '../../harness/baseline/hold-baseline.ts';
import { mergeRuns } from '../../harness/run/merge-runs.ts';
import { fingerprint } from '../../harness/run/shard.ts';
import type { Case } from '../../model/case.ts';
import type { Run } from '../../model/run.ts';
import { renderJson } from '../../reports/run/json.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { type BaselineOptions, baselineOf } from './baseline-options.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { exitCodes } from './exit-codes.ts';
import { showInActions } from './github.ts';
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
  const baseline = baselineOf(options);
  if (baseline) checkBaseline(baseline);
  const formats = options.format.length === 0 ? [] : parseFormats(options.format);
  const source = { spec: options.spec };
  const shards: { file: string; run: Run }[] = [];
  for (const file of files) shards.push({ file, run: await readRun(file, source) });
  const merged = mergeRuns(shards);
  const run = baseline ? await hold(merged, baseline, options) : merged;
  if (options.out !== undefined) writeReportFile(options.out, renderJson(run));
  else if (formats.length === 0) process.stdout.write(renderJson(run));
  if (formats.length > 0) {
    const catalog = await loadCases(options.spec);
    await writeReports(run, catalog, formats, options);
    await showInActions(run, catalog, { spec: options.spec, hasMarkdown: hasMarkdown(formats) });
  }
  if (!baseline) return exitCodes.asExpected;
  for (const { kind, text, mend } of run.baseline?.complaints ?? [])
    process.stderr.write(`${kind}: ${text}\n  ${mend}\n`);
  return exitCodeOf(run);
}

async function hold(run: Run, baseline: BaselineFile, { spec }: MergeCommandOptions): Promise<Run> {
  const catalog = await loadCases(spec);
  return holdBaseline(baseline, { run, catalog, selected: selectedIn(run, catalog) }, spec);
}

/** All cases if the run was of all cases, otherwise the cases with a verdict. */
function selectedIn({ header, verdicts }: Run, { cases }: Catalog): Case[] {
  if (header.selection === fingerprint(cases)) return [...cases];
  const judged = new Set(verdicts.map((verdict) => verdict.case));
  return cases.filter(({ id }) => judged.has(id));
}
