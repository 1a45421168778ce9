// `modspec run`: adapters found, cases selected, the run made, and its reports written.

import { availableParallelism } from 'node:os';
import type { Adapter } from '../adapters/adapter.ts';
import type { Fetching } from '../adapters/fetch-package.ts';
import { findAdapter } from '../adapters/find-adapter.ts';
import { loadCatalog, selectCases } from '../cases/catalog.ts';
import type { Case } from '../model/case.ts';
import { editionIds } from '../model/editions.ts';
import type { Run } from '../model/run.ts';
import { defaultJobs } from '../run/default-jobs.ts';
import { makeRun } from '../run/make-run.ts';
import type { Way } from '../run/prove-isolation.ts';
import { parseShard, type Shard } from '../run/shard.ts';
import { openWorkspace } from '../trees/workspace.ts';
import { UsageError } from '../usage-error.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { interrupted } from './guard-exit.ts';
import { type BaselineOptions, checkBaseline, holdBaseline } from './hold-baseline.ts';
import { noteRenamed } from './note-renamed.ts';
import { startProgress } from './progress.ts';
import { proveIsolation } from './prove-isolation.ts';
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
  checkBaseline(options);
  if (options.baseline !== undefined && options.shard !== undefined)
    throw new UsageError('--baseline needs all shards: merge them with modspec merge --baseline FILE');
  const catalog = loadCatalog(options.spec);
  const cases = selectCases(catalog, options.case);
  if (cases.length === 0)
    throw new UsageError(
      `--spec ${options.spec}: there is no case in it; docs/writing-cases.md says how one is written`,
    );
  noteRenamed(catalog, options.case);
  const adapters = await findAdapters(options.impl, { offline: options.offline, signal: interrupted });
  if (options.proveIsolation) {
    return proveIsolation(cases, (way, asked, narrow) => {
      if (!narrow) return observe(options, adapters, asked, way);
      const one = adapters.filter(({ spec }) => spec === narrow.implementation);
      return observe({ ...options, jobs: 1 }, one, asked, way);
    });
  }
  const way = { isolate: options.isolate, order: { kind: 'given' } } as const;
  const observed = await observe(options, adapters, cases, way);
  const run = holdBaseline(options, { run: observed, catalog, selected: cases }, options.spec);
  writeReports(run, catalog, formats, options.spec);
  return exitCodeOf(run);
}

/** @throws {UsageError} when there is no such edition. */
export function checkEdition(edition: string | undefined): void {
  if (edition === undefined || editionIds.includes(edition)) return;
  throw new UsageError(`--edition ${edition}: there is no such edition; known are ${editionIds.join(', ')}`);
}

function checkSpecs(specs: readonly string[]): void {
  if (specs.length === 0) throw new UsageError('name at least one implementation with --impl');
  const repeated = specs.find((spec, index) => specs.indexOf(spec) !== index);
  if (repeated !== undefined) throw new UsageError(`--impl ${repeated} is given twice`);
}

function readShard(text: string | undefined): Shard | undefined {
  const shard = text === undefined ? undefined : parseShard(text);
  if (text === undefined || shard) return shard;
  throw new UsageError(`--shard ${text}: a shard is I/N, such as 2/3, with I from 1 to N`);
}

async function findAdapters(specs: readonly string[], fetching: Fetching): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  for (const spec of specs) adapters.push(await findAdapter(spec, fetching));
  return adapters;
}

/** The run, in a workspace of its own. */
async function observe(
  options: RunCommandOptions,
  adapters: readonly Adapter[],
  cases: readonly Case[],
  { isolate, order }: Pick<Way, 'isolate' | 'order'>,
): Promise<Run> {
  const workspace = await openWorkspace();
  const progress = startProgress(process.stderr);
  try {
    return await makeRun(adapters, cases, {
      workspace,
      edition: options.edition,
      jobs: options.jobs ?? chooseJobs(adapters, cases, isolate),
      timeoutMs: options.timeout,
      isolate,
      order,
      shard: readShard(options.shard),
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
