// `modspec watch`: asks the cases again that a change affects, until the user stops it.

import path from 'node:path';
import { countVerdicts, describeCounts, isUnexpected } from '../../analysis/tally.ts';
import { checkEdition } from '../../api/check-edition.ts';
import { observe } from '../../api/observe.ts';
import { referenceSteps } from '../../api/reference-steps.ts';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import { findAdapter } from '../../harness/adapters/find-adapter.ts';
import { type Changes, watchPaths } from '../../harness/watch/changes.ts';
import { KnownVerdicts } from '../../harness/watch/known-verdicts.ts';
import { type WatchedCases, watchCases } from '../../harness/watch/watched-cases.ts';
import { AdapterError } from '../../model/adapter-error.ts';
import type { Case } from '../../model/case.ts';
import { countOf } from '../../model/count-of.ts';
import { inert } from '../../model/inert.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import { renderPretty } from '../../reports/run/pretty.ts';
import { type Catalog, selectCases } from '../../suite/cases/catalog.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted } from './guard-exit.ts';
import { describeKeys, type KeyActions, listenToKeys } from './watch-keys.ts';

export interface WatchCommandOptions {
  readonly impl: readonly string[];
  readonly edition?: string;
  readonly spec?: string;
  readonly case: readonly string[];
  readonly grep: readonly string[];
  readonly jobs?: number;
  readonly timeout: number;
  readonly offline: boolean;
  readonly verbose: boolean;
}

/** @returns the exit code, after Ctrl-C */
export async function watchCommand(options: WatchCommandOptions): Promise<number> {
  checkEdition(options.edition);
  const watch = await beginWatch(options);
  const stopKeys = listenToKeys(keyActions(watch));
  const howToStop = stopKeys ? 'press h for the keys, q to stop' : 'press Ctrl-C to stop';
  try {
    let changed: Iterable<string> = watch.cases.list();
    while (!interrupted.aborted) {
      complain(watch.cases.refresh(changed));
      await askStale(watch);
      if (!interrupted.aborted) say(`watching ${watch.places.map(displayed).join(', ')}; ${howToStop}`);
      changed = await watch.changes.next();
      await renewAdapters(watch, changed);
    }
  } finally {
    stopKeys?.();
    await watch.changes.close();
  }
  return exitCodes.asExpected;
}

function keyActions({ adapters, changes, known, cases, options }: Watch): KeyActions {
  const again = (which: 'all' | 'failed') => () => {
    for (const spec of adapters.keys()) known.forget(spec, which);
    changes.wake();
  };
  return {
    all: again('all'),
    failed: again('failed'),
    list: () => {
      const selected = selectCases(cases.catalog(), options.case, options.grep);
      for (const spec of adapters.keys()) say(listFailed(spec, known.of(spec, selected)));
    },
    help: () => say(describeKeys()),
    quit: () => process.kill(process.pid, 'SIGINT'),
  };
}

function listFailed(spec: string, verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter(isUnexpected).map((verdict) => `  ${verdict.case}`);
  return [`${spec}: ${countOf(failed.length, 'failed case')}`, ...failed].join('\n');
}

interface Watch {
  readonly options: WatchCommandOptions;
  readonly adapters: Map<string, Adapter>;
  readonly cases: WatchedCases;
  readonly known: KnownVerdicts;
  readonly places: readonly string[];
  readonly changes: Changes;
}

async function beginWatch(options: WatchCommandOptions): Promise<Watch> {
  const specs = options.impl.length === 0 ? ['reference'] : options.impl;
  const adapters = new Map<string, Adapter>();
  for (const spec of specs) adapters.set(spec, await find(spec, options));
  const cases = watchCases(options.spec);
  cases.list();
  const sources = [...adapters.values()].flatMap((adapter) => adapter.sources ?? []);
  const places = [...new Set([cases.location, ...sources])];
  return {
    options,
    adapters,
    cases,
    known: new KnownVerdicts(),
    places,
    changes: await watchPaths(places, interrupted),
  };
}

function find(spec: string, { offline }: WatchCommandOptions): Promise<Adapter> {
  return findAdapter(spec, { offline, signal: interrupted });
}

/** Discards the verdicts of a loader if one of its files has changed. */
async function renewAdapters(
  { adapters, cases, known, options }: Watch,
  changed: Iterable<string>,
): Promise<void> {
  const files = [...changed].filter((file) => !cases.owns(file));
  for (const [spec, { sources = [] }] of adapters) {
    if (!files.some((file) => sources.some((source) => isBelow(source, file)))) continue;
    known.forget(spec);
    await unlessBroken(async () => {
      adapters.set(spec, await find(spec, options));
    });
  }
}

function isBelow(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}

async function askStale(watch: Watch): Promise<void> {
  await unlessBroken(async () => {
    const catalog = watch.cases.catalog();
    const selected = selectCases(catalog, watch.options.case, watch.options.grep);
    for (const adapter of watch.adapters.values()) await askOne(watch, adapter, catalog, selected);
  });
}

async function askOne(
  watch: Watch,
  adapter: Adapter,
  catalog: Catalog,
  selected: readonly Case[],
): Promise<void> {
  const { known, options } = watch;
  const stale = known.stale(adapter.spec, selected);
  if (stale.length === 0 || interrupted.aborted) return;
  const started = performance.now();
  const run = await makeStaleRun(watch, adapter, stale);
  const turned = known.learn(adapter.spec, stale, run);
  if (turned.fixed.length > 0) say(`fixed since: ${turned.fixed.join(', ')}`);
  if (turned.broken.length > 0) say(`broken since: ${turned.broken.join(', ')}`);
  // Another change came before all cases were asked: they are asked again with it.
  if (!run.footer.complete) return;
  const colour = Boolean(process.stdout.isTTY);
  const { spec, verbose } = options;
  const rendering = {
    spec,
    verbose,
    colour,
    columns: process.stdout.columns,
    steps: await referenceSteps(run, catalog),
  };
  process.stdout.write(renderPretty(run, catalog, rendering));
  const ms = Math.round(performance.now() - started);
  const counts = describeCounts(countVerdicts(known.of(adapter.spec, selected)));
  const asked = countOf(run.verdicts.length, 'case');
  say(`${adapter.spec}: asked ${asked} in ${ms} ms; in total ${counts}`);
}

/** Stops if something changes meanwhile: the verdicts so far count, the other cases are asked again later. */
async function makeStaleRun(
  { options, changes }: Watch,
  adapter: Adapter,
  stale: readonly Case[],
): Promise<Run> {
  const enough = new AbortController();
  changes.whenNext(() => enough.abort());
  const { edition, jobs, timeout: timeoutMs } = options;
  return observe([adapter], stale, { edition, jobs, timeoutMs, signal: enough.signal });
}

/** An error in a page or loader does not stop the watch: it may be in the middle of an edit. */
async function unlessBroken(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof AdapterError)) throw error;
    complain([error]);
  }
}

function complain(errors: readonly Error[]): void {
  for (const { message } of errors) process.stderr.write(`modspec: ${inert(message)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${inert(line)}\n`);
}

function displayed(place: string): string {
  const relative = path.relative(process.cwd(), place);
  return relative.startsWith('..') ? place : relative || '.';
}
