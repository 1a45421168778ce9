// `modspec run`: finds the adapters, selects the cases, makes the run and writes its reports.

import { availableParallelism, tmpdir } from 'node:os';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import type { Fetching } from '../../harness/adapters/fetch-package.ts';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { defaultJobs } from '../../harness/run/default-jobs.ts';
import { type HeadStart, type MakeRunOptions, makeRun } from '../../harness/run/make-run.ts';
import type { Way } from '../../harness/run/prove-isolation.ts';
import { introduce } from '../../harness/run/run-cases.ts';
import { parseShard, type Shard } from '../../harness/run/shard.ts';
import { openWorkspace, type Workspace } from '../../harness/trees/workspace.ts';
import type { Case } from '../../model/case.ts';
import { editionIds } from '../../model/editions.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Catalog, selectCases } from '../../suite/cases/catalog.ts';
import { openCatalog } from '../../suite/cases/open-catalog.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { interrupted } from './guard-exit.ts';
import type { BaselineOptions } from './hold-baseline.ts';
import { noteRenamed } from './note-renamed.ts';
import { startProgress } from './progress.ts';
import { parseFormats, writeReports } from './write-reports.ts';

export interface RunCommandOptions extends BaselineOptions {
  readonly impl: readonly string[];
  readonly edition?: string;
  readonly spec?: string;
  readonly case: readonly string[];
  readonly format: readonly string[];
  readonly jobs?: number;
  readonly timeout: number;
  readonly isolate: boolean;
  readonly keep: boolean;
  readonly offline: boolean;
  readonly shard?: string;
  readonly proveIsolation: boolean;
}

/** @returns the exit code */
export async function runCommand(options: RunCommandOptions): Promise<number> {
  const formats = parseFormats(options.format);
  checkSpecs(options.impl);
  checkEdition(options.edition);
  const shard = readShard(options.shard);
  const baseline = await baselineOf(options);
  if (options.baseline !== undefined && shard !== undefined)
    throw new UsageError(
      '--baseline: expected a whole run; found --shard; use modspec merge --baseline FILE',
    );
  const adapters = await findAdapters(options.impl, { offline: options.offline, signal: interrupted });
  if (options.proveIsolation) return prove(options, shard, adapters);
  const place = await openPlace(adapters, options.keep);
  const { catalog, cases } = await openCases(options);
  const way = { isolate: options.isolate, order: { kind: 'given' } } as const;
  const observed = await observe({ ...options, shard }, adapters, cases, way, place);
  const run = baseline?.({ run: observed, catalog, selected: cases }) ?? observed;
  await writeReports(run, catalog, formats, options.spec);
  return exitCodeOf(run);
}

/** Asks each way of the proof in a workspace of its own. */
async function prove(
  options: RunCommandOptions,
  shard: Shard | undefined,
  adapters: readonly Adapter[],
): Promise<number> {
  const { proveIsolation } = await import('./report-isolation.ts');
  const { cases } = await openCases(options);
  return proveIsolation(cases, async (way, asked, narrow) => {
    const chosen = narrow ? adapters.filter(({ spec }) => spec === narrow.implementation) : adapters;
    const { jobs } = narrow ? { jobs: 1 } : options;
    return observe({ ...options, jobs, shard }, chosen, asked, way, await openPlace(chosen, options.keep));
  });
}

async function openCases(options: RunCommandOptions): Promise<{ catalog: Catalog; cases: readonly Case[] }> {
  const catalog = await openCatalog(options.spec);
  const cases = selectFrom(catalog, options);
  noteRenamed(catalog, options.case);
  return { catalog, cases };
}

function selectFrom(catalog: Catalog, options: RunCommandOptions): Case[] {
  const cases = selectCases(catalog, options.case);
  if (cases.length > 0) return cases;
  throw new UsageError(
    `--spec ${options.spec}: expected a case; found none; docs/writing-cases.md says how to write one`,
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

/** @throws {UsageError} if there is no such edition. */
export function checkEdition(edition: string | undefined): void {
  if (edition === undefined || editionIds.includes(edition)) return;
  throw new UsageError(`--edition ${edition}: unknown edition; expected one of ${editionIds.join(', ')}`);
}

function checkSpecs(specs: readonly string[]): void {
  if (specs.length === 0) throw new UsageError('expected at least one --impl; found none');
  const repeated = specs.find((spec, index) => specs.indexOf(spec) !== index);
  if (repeated !== undefined)
    throw new UsageError(`--impl ${repeated} is given twice; name each implementation once`);
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

/** The surroundings of a run. */
interface Place {
  readonly workspace: Workspace;
  readonly headStart: HeadStart | undefined;
}

/**
 * The first host starts while the cases are still being read; if it is still alive at the end, it is killed there. Trees
 * that are kept lie on a disk.
 */
async function openPlace([adapter]: readonly Adapter[], keep = false): Promise<Place> {
  const workspace = await openWorkspace(keep ? tmpdir() : undefined);
  if (!adapter) return { workspace, headStart: undefined };
  const introduced = introduce(adapter, workspace);
  introduced.catch(() => undefined);
  return { workspace, headStart: { adapter, introduced } };
}

interface ObserveOptions
  extends Pick<RunCommandOptions, 'edition' | 'timeout' | 'keep'>,
    Pick<MakeRunOptions, 'shard'> {
  readonly jobs?: number | undefined;
}

/** Makes the run; removes its temporary folder afterwards. */
async function observe(
  options: ObserveOptions,
  adapters: readonly Adapter[],
  cases: readonly Case[],
  { isolate, order }: Pick<Way, 'isolate' | 'order'>,
  { workspace, headStart }: Place,
): Promise<Run> {
  const progress = startProgress(process.stderr);
  try {
    return await makeRun(adapters, cases, {
      workspace,
      headStart,
      edition: options.edition,
      jobs: options.jobs ?? chooseJobs(adapters, cases, isolate),
      timeoutMs: options.timeout,
      isolate,
      order,
      shard: options.shard,
      signal: interrupted,
      keep: options.keep ? printKept : undefined,
      onStart: progress.start,
      onVerdict: progress.step,
    });
  } finally {
    progress.stop();
    if (options.keep) workspace.abandon();
    else workspace.remove();
  }
}

function chooseJobs(adapters: readonly Adapter[], { length }: readonly Case[], isolate: boolean): number {
  const apart = isolate || adapters.every(({ shared }) => !shared);
  return defaultJobs({ cores: availableParallelism(), cases: length, isolate: apart });
}

function printKept(item: Case, tree: string): void {
  process.stderr.write(`${item.id}: ${tree}\n`);
}
