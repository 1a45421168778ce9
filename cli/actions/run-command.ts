// `modspec run`: finds the adapters, selects the cases, makes the run and writes its reports.

import { randomInt } from 'node:crypto';
import { checkEdition } from '../../api/check-edition.ts';
import { checkImplementations, findAdapters } from '../../api/find-adapters.ts';
import { loadCases } from '../../api/load-cases.ts';
import { run } from '../../api/run.ts';
import { selectFrom } from '../../api/select-from.ts';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import { openPlace } from '../../harness/run/open-place.ts';
import { parseShard, type Shard } from '../../harness/run/shard.ts';
import type { Case } from '../../model/case.ts';
import type { Contain } from '../../model/contain.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { askingCommand } from './asking-command.ts';
import { type BaselineOptions, baselineOf } from './baseline-options.ts';
import { type BailOptions, checkBail } from './check-bail.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { showInActions } from './github.ts';
import { interrupted } from './guard-exit.ts';
import { noteRenamed } from './note-renamed.ts';
import { observe } from './observe.ts';
import { printKept, startProgress } from './progress.ts';
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
  checkImplementations(options.impl);
  checkEdition(options.edition);
  const shard = readShard(options.shard);
  checkProof(options);
  checkBail(options);
  const baseline = baselineOf(options);
  if (options.proveIsolation) return proveIsolation(options, shard);
  if (options.proveHonesty) return proveHonesty(options, shard);
  const { chooseLastFailed, rememberFailed } = await import('./last-failed.ts');
  let loaded: Promise<Catalog> | undefined;
  const catalog = () => {
    loaded ??= loadNoting(options);
    return loaded;
  };
  const progress = startProgress();
  const made = await run({
    implementations: options.impl,
    edition: options.edition,
    spec: options.spec,
    catalog,
    cases: options.case,
    texts: options.grep,
    command: askingCommand(options),
    choose: (cases, implementations, all) =>
      options.lastFailed ? chooseLastFailed(cases, implementations, all, options.spec) : cases,
    baseline,
    bail: options.bail,
    jobs: options.jobs,
    timeoutMs: options.timeout,
    isolate: options.isolate,
    contain: options.contain,
    offline: options.offline,
    shard,
    signal: interrupted,
    onStart: progress.onStart,
    onVerdict: progress.onVerdict,
    onTree: options.keep ? printKept : undefined,
  }).finally(progress.stop);
  const all = await catalog();
  const remembered = rememberFailed(made, all, options.spec);
  await writeReports(made, all, formats, { ...options, remembered });
  await showInActions(made, all, { spec: options.spec, hasMarkdown: hasMarkdown(formats) });
  return exitCodeOf(made);
}

/** Asks each way of the proof in a workspace of its own. */
async function proveIsolation(options: RunCommandOptions, shard: Shard | undefined): Promise<number> {
  const { reportIsolation } = await import('./report-isolation.ts');
  const adapters = await adaptersOf(options);
  const cases = await casesToProve(options);
  return reportIsolation(cases, async ({ isolate, order }, asked, narrow) => {
    const chosen = narrow ? adapters.filter(({ spec }) => spec === narrow.implementation) : adapters;
    const { jobs } = narrow ? { jobs: 1 } : options;
    const place = await openPlace(chosen, options);
    return observe(chosen, asked, { ...options, jobs, shard, isolate, order }, place);
  });
}

/** Asks each run of the proof in a workspace of its own. Only the trees of renamed cases can be kept. */
async function proveHonesty(options: RunCommandOptions, shard: Shard | undefined): Promise<number> {
  const { reportHonesty } = await import('./report-honesty.ts');
  const adapters = await adaptersOf(options);
  const cases = await casesToProve(options);
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

function adaptersOf({ impl, offline }: RunCommandOptions): Promise<Adapter[]> {
  return findAdapters(impl, { offline, signal: interrupted });
}

async function casesToProve(options: RunCommandOptions): Promise<readonly Case[]> {
  return selectFrom(await loadNoting(options), {
    cases: options.case,
    texts: options.grep,
    spec: options.spec,
  });
}

/** Loads the cases, and says which of those that were asked for have been renamed. */
async function loadNoting(options: RunCommandOptions): Promise<Catalog> {
  const catalog = await loadCases(options.spec);
  noteRenamed(catalog, options.case);
  return catalog;
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
