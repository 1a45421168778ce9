// Runs the cases on implementations, each in processes of its own.

import { isUnexpected } from '../analysis/tally.ts';
import type { Adapter } from '../harness/adapters/adapter.ts';
import type { BaselineFile } from '../harness/baseline/baseline-file.ts';
import { Bail } from '../harness/run/bail.ts';
import { makeRun } from '../harness/run/make-run.ts';
import { openPlace, type Place } from '../harness/run/open-place.ts';
import type { Shard } from '../harness/run/shard.ts';
import type { Case } from '../model/case.ts';
import type { Contain } from '../model/contain.ts';
import type { Platform } from '../model/platform.ts';
import type { RanImplementation, Run, Verdict } from '../model/run.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Catalog } from '../suite/cases/catalog.ts';
import { checkEdition } from './check-edition.ts';
import { checkImplementations, fetchingOf, findAdapters } from './find-adapters.ts';
import { type CasesSource, casesOf } from './load-cases.ts';
import { optionsFor } from './observe.ts';
import { type CaseSelection, selectFrom } from './select-from.ts';

/** What is run, and how. Everything but the implementations may be left out. */
export interface RunSettings extends CasesSource, CaseSelection {
  /** Your own page or folder of pages; absent: the cases that come with modspec. */
  readonly spec?: string | undefined;
  /** What `--impl` of the command line takes, such as `./my-loader`, `node@20`, `reference` or `stdio:python3 adapter.py`. */
  readonly implementations: readonly string[];
  /** The edition to judge by, such as `node-24`; absent: the edition that each implementation names as its own. */
  readonly edition?: string | undefined;
  /** The platform whose rules of paths the implementations are asked to follow; absent: that of the machine. */
  readonly platform?: Platform | undefined;
  /** Chooses among these cases once it is known who is asked, and by which editions. */
  readonly choose?:
    | ((
        cases: readonly Case[],
        implementations: readonly RanImplementation[],
        catalog: Catalog,
      ) => readonly Case[])
    | undefined;
  /** The file with the accepted failures. */
  readonly baseline?: BaselineFile | undefined;
  /** After how many failures the run stops; absent: every case is asked. */
  readonly bail?: number | undefined;
  /** How many hosts run at the same time; absent: what fits the machine. */
  readonly jobs?: number | undefined;
  /** The time limit of a case; absent: 5000. */
  readonly timeoutMs?: number | undefined;
  /** Whether every case is asked in a process of its own. */
  readonly isolate?: boolean | undefined;
  /** Whether the implementations are kept in, if Linux offers it; absent: `off`. */
  readonly contain?: Contain | undefined;
  /** Uses only what is in the cache, and downloads nothing. */
  readonly offline?: boolean | undefined;
  /** The command that asks the same again, for reports. */
  readonly command?: string | undefined;
  /** The part of the cases to ask. */
  readonly shard?: Shard | undefined;
  /** Stops the run when the case that is being asked has been answered; the run is then not complete. */
  readonly signal?: AbortSignal | undefined;
  /** Called with a package (`name@version`) before it is downloaded from npm. */
  readonly onFetch?: ((wanted: string) => void) | undefined;
  /** Called once with the number of verdicts to come. */
  readonly onStart?: ((total: number) => void) | undefined;
  /** Called with every verdict as soon as it counts. */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined;
  /** Called with the folder of every tree, which is then kept; absent: trees are removed. */
  readonly onTree?: ((item: Case, folder: string) => void) | undefined;
}

/**
 * Asks the implementations the cases, and judges what is observed. Each implementation runs in processes of its own.
 * @throws {UsageError} if the settings, a page or the baseline are not right
 * @throws {AdapterError} if an implementation does not introduce itself
 */
export async function run(settings: RunSettings): Promise<Run> {
  checkImplementations(settings.implementations);
  checkEdition(settings.edition);
  checkBaselineSettings(settings);
  const { baseline } = settings;
  const held = baseline && (await import('../harness/baseline/hold-baseline.ts'));
  if (baseline) held?.checkBaseline(baseline);
  const adapters = await findAdapters(settings.implementations, fetchingOf(settings));
  const { contain = 'off', onTree } = settings;
  const place = await openPlace(adapters, { contain, keep: onTree !== undefined });
  try {
    const catalog = await casesOf(settings);
    let selected: readonly Case[] = selectFrom(catalog, settings);
    const choose = (cases: readonly Case[], implementations: readonly RanImplementation[]) => {
      selected = settings.choose?.(cases, implementations, catalog) ?? cases;
      return selected;
    };
    const observed = await ask(adapters, { cases: selected, choose, catalog }, settings, place);
    return baseline && held
      ? held.holdBaseline(baseline, { run: observed, catalog, selected }, settings.spec)
      : observed;
  } finally {
    place.close();
  }
}

interface Asked {
  readonly cases: readonly Case[];
  readonly choose: (cases: readonly Case[], implementations: readonly RanImplementation[]) => readonly Case[];
  readonly catalog: Catalog;
}

async function ask(
  adapters: readonly Adapter[],
  { cases, choose, catalog }: Asked,
  settings: RunSettings,
  { workspace, headStart }: Place,
): Promise<Run> {
  const { command } = settings;
  return makeRun(adapters, cases, {
    ...optionsFor(adapters, cases, settings),
    workspace,
    headStart,
    bail: await bailOf(settings, catalog),
    narrow: choose,
    asked: {
      available: catalog.available ?? catalog.cases.length,
      ...(command === undefined ? {} : { command }),
    },
  });
}

/** @throws {UsageError} if the baseline would be compared with, or rewritten from, a part of the cases. */
function checkBaselineSettings({ baseline, shard, bail }: RunSettings): void {
  if (baseline !== undefined && shard !== undefined)
    throw new UsageError(
      '--baseline: expected a whole run; found --shard; use modspec merge --baseline FILE',
    );
  if (baseline?.update === true && bail !== undefined)
    throw new UsageError(
      '--bail: expected a run that may stop early; found --update-baseline, which needs all cases',
    );
}

/** A failure counts if no baseline accepts it. */
async function bailOf({ bail, baseline }: RunSettings, catalog: Catalog): Promise<Bail | undefined> {
  if (bail === undefined) return undefined;
  if (baseline === undefined) return new Bail(bail, isUnexpected);
  const { readAccepted } = await import('../harness/baseline/hold-baseline.ts');
  const accepts = readAccepted(baseline.file, catalog);
  return new Bail(
    bail,
    (verdict, implementation) => isUnexpected(verdict) && !accepts(verdict, implementation),
  );
}
