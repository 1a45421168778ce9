// `modspec run`: finds the adapters, selects the cases, makes the run and writes its reports.

import { randomInt } from 'node:crypto';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import type { Fetching } from '../../harness/adapters/fetch-package.ts';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import type { MakeRunOptions } from '../../harness/run/make-run.ts';
import { parseShard, type Shard } from '../../harness/run/shard.ts';
import { guide } from '../../model/addresses.ts';
import type { Case } from '../../model/case.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Catalog, selectCases } from '../../suite/cases/catalog.ts';
import { openCatalog } from '../../suite/cases/open-catalog.ts';
import { askingCommand } from './asking-command.ts';
import { type BailOptions, bailOf, checkBail } from './bail-of.ts';
import { checkEdition } from './check-edition.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { showInActions } from './github.ts';
import { interrupted } from './guard-exit.ts';
import type { BaselineOptions } from './hold-baseline.ts';
import { noteRenamed } from './note-renamed.ts';
import { type Contain, observe, openPlace } from './observe.ts';
import { hasMarkdown, parseFormats, writeReports } from './write-reports.ts';

export interface RunCommandOptions extends BaselineOptions, BailOptions {
  readonly impl: readonly string[];
  readonly edition?: string;
  readonly spec?: string;
  readonly case: readonly string[];
  readonly grep: readonly string[];
  readonly format: readonly string[];
  readonly jobs?: number;
  readonly timeout: number;
  readonly isolate: boolean;
  readonly keep: boolean;
  readonly offline: boolean;
  readonly verbose: boolean;
  readonly contain: Contain;
  readonly lastFailed: boolean;
  readonly shard?: string;
  readonly seed?: number;
}

/** @returns the exit code */
export async function runCommand(options: RunCommandOptions): Promise<number> {
  const formats = parseFormats(options.format);
  checkSpecs(options.impl);
  checkEdition(options.edition);
  const shard = readShard(options.shard);
  checkProof(options);
  checkBail(options);
  const baseline = await baselineOf(options);
  if (options.baseline !== undefined && shard !== undefined)
    throw new UsageError(
      '--baseline: expected a whole run; found --shard; use modspec merge --baseline FILE',
    );
  const adapters = await findAdapters(options.impl, { offline: options.offline, signal: interrupted });
  if (options.proveIsolation) return proveIsolation(options, shard, adapters);
  if (options.proveHonesty) return proveHonesty(options, shard, adapters);
  const place = await openPlace(adapters, options);
  const { catalog, cases } = await openCases(options);
  const stop = await bailOf(options, catalog);
  const { chooseLastFailed, rememberFailed } = await import('./last-failed.ts');
  let selected = cases;
  const narrow: MakeRunOptions['narrow'] = (all, implementations) => {
    if (options.lastFailed) selected = chooseLastFailed(all, implementations, catalog, options.spec);
    return selected;
  };
  const asked = { command: askingCommand(options), available: catalog.cases.length };
  const asking = { ...options, shard, stop, narrow, asked, order: { kind: 'given' } } as const;
  const observed = await observe(adapters, cases, asking, place);
  const run = baseline?.({ run: observed, catalog, selected }) ?? observed;
  const remembered = rememberFailed(run, catalog, options.spec);
  await writeReports(run, catalog, formats, { ...options, remembered });
  await showInActions(run, catalog, { spec: options.spec, hasMarkdown: hasMarkdown(formats) });
  return exitCodeOf(run);
}

/** Asks each way of the proof in a workspace of its own. */
async function proveIsolation(
  options: RunCommandOptions,
  shard: Shard | undefined,
  adapters: readonly Adapter[],
): Promise<number> {
  const { reportIsolation } = await import('./report-isolation.ts');
  const { cases } = await openCases(options);
  return reportIsolation(cases, async ({ isolate, order }, asked, narrow) => {
    const chosen = narrow ? adapters.filter(({ spec }) => spec === narrow.implementation) : adapters;
    const { jobs } = narrow ? { jobs: 1 } : options;
    const place = await openPlace(chosen, options);
    return observe(chosen, asked, { ...options, jobs, shard, isolate, order }, place);
  });
}

/** Asks each run of the proof in a workspace of its own. Only the trees of renamed cases can be kept. */
async function proveHonesty(
  options: RunCommandOptions,
  shard: Shard | undefined,
  adapters: readonly Adapter[],
): Promise<number> {
  const { reportHonesty } = await import('./report-honesty.ts');
  const { cases } = await openCases(options);
  const seed = options.seed ?? randomInt(1, mostSeeds);
  return reportHonesty(adapters, cases, { seed, spec: options.spec }, async (run) => {
    const { adapter, order, edition = options.edition, renamed } = run;
    const keep = options.keep && renamed;
    const place = await openPlace([adapter], { ...options, keep });
    return observe([adapter], run.cases, { ...options, shard, edition, order, keep }, place);
  });
}

/** So many that no loader can bring the answers for all of them; each can be given as `--seed`. */
const mostSeeds = 1_000_000_000;

async function openCases(options: RunCommandOptions): Promise<{ catalog: Catalog; cases: readonly Case[] }> {
  const catalog = await openCatalog(options.spec);
  const cases = selectFrom(catalog, options);
  noteRenamed(catalog, options.case);
  return { catalog, cases };
}

function selectFrom(catalog: Catalog, options: RunCommandOptions): Case[] {
  const cases = selectCases(catalog, options.case, options.grep);
  if (cases.length > 0) return cases;
  throw new UsageError(
    `--spec ${options.spec}: expected a case; found none; ${guide('writing-cases')} says how to write one`,
  );
}

type Hold = (held: {
  readonly run: Run;
  readonly catalog: Catalog;
  readonly selected: readonly Case[];
}) => Run;

/** Compares a run with the baseline; undefined if no baseline is named. */
async function baselineOf(options: RunCommandOptions): Promise<Hold | undefined> {
  if (options.baseline === undefined && !options.updateBaseline) return undefined;
  const { checkBaseline, holdBaseline } = await import('./hold-baseline.ts');
  checkBaseline(options);
  return (held) => holdBaseline(options, held, options.spec);
}

function checkSpecs(specs: readonly string[]): void {
  if (specs.length === 0)
    throw new UsageError(
      "expected at least one --impl, or a project file that names one; found neither; 'modspec init' writes one",
    );
  const repeated = specs.find((spec, index) => specs.indexOf(spec) !== index);
  if (repeated !== undefined)
    throw new UsageError(`--impl ${repeated} is given twice; name each implementation once`);
}

function checkProof({ proveIsolation, proveHonesty, lastFailed, seed }: RunCommandOptions): void {
  if (proveIsolation && proveHonesty)
    throw new UsageError('--prove-honesty: expected one proof in a run; found --prove-isolation too');
  if (lastFailed && (proveIsolation || proveHonesty))
    throw new UsageError('--last-failed: expected no proof beside it; found one; a proof asks all cases');
  if (seed !== undefined && !proveHonesty)
    throw new UsageError(`--seed ${seed}: expected --prove-honesty beside it; found none`);
}

function readShard(text: string | undefined): Shard | undefined {
  const shard = text === undefined ? undefined : parseShard(text);
  if (text === undefined || shard) return shard;
  throw new UsageError(`--shard ${text}: expected I/N, such as 2/3, with I from 1 to N`);
}

async function findAdapters(specs: readonly string[], fetching: Fetching): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  for (const spec of specs) adapters.push(await findAdapter(spec, fetching));
  return adapters;
}
