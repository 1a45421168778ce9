// `modspec run`: finds the adapters, selects the cases, makes the run and writes its reports.

import { randomInt } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { isUnexpected } from '../../analysis/tally.ts';
import { loadCases } from '../../api/load-cases.ts';
import { run } from '../../api/run.ts';
import { parseShard, type Shard } from '../../harness/run/shard.ts';
import type { Contain } from '../../model/contain.ts';
import type { Platform } from '../../model/platform.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { openPart } from '../../suite/cases/open-catalog.ts';
import { askingCommand } from './asking-command.ts';
import { type BaselineOptions, baselineOf } from './baseline-options.ts';
import { type BailOptions, checkBail } from './check-bail.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { isInActions, showInActions } from './github.ts';
import { interrupted } from './guard-exit.ts';
import { chooseLastFailed, rememberFailed } from './last-failed.ts';
import { noteRenamed } from './note-renamed.ts';
import { printKept, startProgress } from './progress.ts';
import { hasMarkdown, parseFormats, writeReports } from './write-reports.ts';

export interface RunCommandOptions extends BaselineOptions, BailOptions {
  readonly impl: readonly string[];
  readonly edition?: string;
  readonly platform?: Platform;
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

/** Otherwise V8 collects garbage so late that it takes up half of the memory. */
const collectEarly = '--optimize-for-size';

/** @returns the exit code */
export async function runCommand(options: RunCommandOptions): Promise<number> {
  setFlagsFromString(collectEarly);
  const formats = parseFormats(options.format);
  const shard = readShard(options.shard);
  checkProof(options);
  checkBail(options);
  const baseline = baselineOf(options);
  if (options.proveIsolation || options.proveHonesty) return prove(options, shard);
  const progress = startProgress();
  const isBrief = !isInActions() && formats.every(({ format }) => briefFormats.includes(format));
  const settings = settingsOf(options, shard, isBrief);
  const made = await run({
    ...settings,
    command: askingCommand(options),
    choose: (cases, implementations, all) =>
      options.lastFailed ? chooseLastFailed(cases, implementations, all, options.spec) : cases,
    baseline,
    bail: options.bail,
    onFetch: progress.onFetch,
    onStart: progress.onStart,
    onVerdict: progress.onVerdict,
  }).finally(progress.stop);
  const remembered = await rememberFailed(made, settings.wholeCatalog, options.spec);
  const catalog = await (made.verdicts.some(isUnexpected) ? settings.wholeCatalog() : settings.catalog());
  await writeReports(made, catalog, formats, { ...options, remembered });
  await showInActions(made, catalog, { spec: options.spec, hasMarkdown: hasMarkdown(formats) });
  return exitCodeOf(made);
}

/** The formats that say nothing of cases that were not asked. */
const briefFormats: readonly string[] = ['pretty', 'json'];

/**
 * What a run and the proofs have in common.
 * @param isBrief whether a run of named cases needs no other cases unless one fails
 */
function settingsOf(options: RunCommandOptions, shard: Shard | undefined, isBrief: boolean) {
  let whole: Promise<Catalog> | undefined;
  const wholeCatalog = () => {
    whole ??= loadNoting(options);
    return whole;
  };
  let part: Catalog | undefined;
  const catalog = async () => {
    const isPart = isBrief && options.spec === undefined && options.baseline === undefined;
    part ??= isPart ? openPart(options.case) : undefined;
    return part ?? wholeCatalog();
  };
  return {
    implementations: options.impl,
    edition: options.edition,
    platform: options.platform,
    spec: options.spec,
    catalog,
    wholeCatalog,
    cases: options.case,
    texts: options.grep,
    jobs: options.jobs,
    timeoutMs: options.timeout,
    isolate: options.isolate,
    contain: options.contain,
    offline: options.offline,
    shard,
    signal: interrupted,
    onTree: options.keep ? printKept : undefined,
  };
}

async function prove(options: RunCommandOptions, shard: Shard | undefined): Promise<number> {
  const settings = settingsOf(options, shard, false);
  if (options.proveIsolation) return (await import('./report-isolation.ts')).reportIsolation(settings);
  const seed = options.seed ?? randomInt(1, mostSeeds);
  return (await import('./report-honesty.ts')).reportHonesty({ ...settings, seed });
}

/** So many that no loader can bring the answers for all of them; each can be given as `--seed`. */
const mostSeeds = 1_000_000_000;

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
