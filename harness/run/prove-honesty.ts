// Proves that an implementation works its answers out and does not look them up: the cases that passed are asked again under
// other names.

import type { Case } from '../../model/case.ts';
import type { RanImplementation, Run, Verdict } from '../../model/run.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { referenceAdapter } from '../adapters/reference-adapter.ts';
import { renameCase } from '../renaming/rename-case.ts';
import type { Order } from './order.ts';

/** One of the runs of the proof. */
export interface HonestyRun {
  readonly adapter: Adapter;
  readonly cases: readonly Case[];
  readonly order: Order;
  /** Absent for the edition that the user wants. */
  readonly edition?: string;
  readonly renamed: boolean;
}

/** What the proof has shown of one implementation. Every case that passed is in one of the three numbers. */
export interface Honesty {
  readonly implementation: RanImplementation;
  /** How many cases were asked again and count. */
  readonly asked: number;
  /** How many cases have no name that can be changed. */
  readonly unchanged: number;
  /** How many do not count, because the reference does not give the renamed expectation either. */
  readonly unconfirmed: number;
  /** The verdicts of the renamed cases that pass as published and do not pass now. */
  readonly differences: readonly Verdict[];
  /** How long the run of the published and the run of the renamed cases took. */
  readonly publishedMs: number;
  readonly renamedMs: number;
}

type Ask = (run: HonestyRun) => Promise<Run>;

/**
 * Asks the published cases, then those that passed again, renamed and in another order. A difference counts only if the
 * reference gives the renamed expectation; otherwise the renaming has changed what the case means.
 * @returns undefined if a run was interrupted
 */
export async function proveHonesty(
  adapter: Adapter,
  cases: readonly Case[],
  seed: number,
  ask: Ask,
): Promise<Honesty | undefined> {
  const published = await ask({ adapter, cases, order: { kind: 'given' }, renamed: false });
  const [implementation] = published.header.implementations;
  if (!published.footer.complete || !implementation) return undefined;
  const passed = casesOf(
    published.verdicts.filter(({ verdict }) => verdict === 'pass'),
    cases,
  );
  const renamed = passed.flatMap((item) => renameCase(item, seed) ?? []);
  const again = await ask({ adapter, cases: renamed, order: { kind: 'shuffled', seed }, renamed: true });
  if (!again.footer.complete) return undefined;
  const differing = again.verdicts.filter(({ verdict }) => verdict !== 'pass');
  const confirmed = await confirm(casesOf(differing, renamed), implementation.edition, ask);
  if (!confirmed) return undefined;
  const differences = differing.filter((verdict) => confirmed.has(verdict.case));
  const unconfirmed = differing.length - differences.length;
  return {
    implementation,
    asked: again.verdicts.length - unconfirmed,
    unchanged: passed.length - renamed.length,
    unconfirmed,
    differences,
    publishedMs: published.footer.durationMs,
    renamedMs: again.footer.durationMs,
  };
}

function casesOf(verdicts: readonly Verdict[], cases: readonly Case[]): Case[] {
  const ids = new Set(verdicts.map((verdict) => verdict.case));
  return cases.filter(({ id }) => ids.has(id));
}

/** The ids of the cases in which the reference answers as expected; undefined if it was interrupted. */
async function confirm(
  cases: readonly Case[],
  edition: string,
  ask: Ask,
): Promise<ReadonlySet<string> | undefined> {
  if (cases.length === 0) return new Set();
  const adapter = referenceAdapter();
  const run = await ask({ adapter, cases, order: { kind: 'given' }, edition, renamed: false });
  if (!run.footer.complete) return undefined;
  return new Set(run.verdicts.filter(({ verdict }) => verdict === 'pass').map((verdict) => verdict.case));
}
