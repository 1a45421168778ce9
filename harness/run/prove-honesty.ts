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
  /** The verdicts of renamed cases that passed as published and don't pass now. */
  readonly differences: readonly Verdict[];
  /** How long the run of the published and the run of the renamed cases took. */
  readonly publishedMs: number;
  readonly renamedMs: number;
}

/**
 * Asks the published cases, then those that passed once more, renamed and in another order. A difference counts only if the
 * reference gives the renamed expectation; else it is the renaming that changed what the case means.
 * @returns undefined if a run was interrupted
 */
export async function proveHonesty(
  adapter: Adapter,
  cases: readonly Case[],
  seed: number,
  ask: (run: HonestyRun) => Promise<Run>,
): Promise<Honesty | undefined> {
  const published = await ask({ adapter, cases, order: { kind: 'given' }, renamed: false });
  const [implementation] = published.header.implementations;
  if (!published.footer.complete || !implementation) return undefined;
  const passing = idsOf(published.verdicts.filter(({ verdict }) => verdict === 'pass'));
  const passed = cases.filter(({ id }) => passing.has(id));
  const renamed = passed.flatMap((item) => renameCase(item, seed) ?? []);
  const again = await ask({ adapter, cases: renamed, order: { kind: 'shuffled', seed }, renamed: true });
  const differing = again.verdicts.filter(({ verdict }) => verdict !== 'pass');
  const doubted = idsOf(differing);
  const confirming = await ask({
    adapter: referenceAdapter(),
    cases: renamed.filter(({ id }) => doubted.has(id)),
    order: { kind: 'given' },
    edition: implementation.edition,
    renamed: false,
  });
  if (!again.footer.complete || !confirming.footer.complete) return undefined;
  const confirmed = idsOf(confirming.verdicts.filter(({ verdict }) => verdict === 'pass'));
  const differences = differing.filter((verdict) => confirmed.has(verdict.case));
  const unconfirmed = differing.length - differences.length;
  return {
    implementation,
    asked: again.verdicts.length - unconfirmed,
    unchanged: passed.length - renamed.length,
    unconfirmed,
    differences,
    publishedMs: published.footer.durationMs,
    renamedMs: again.footer.durationMs + confirming.footer.durationMs,
  };
}

function idsOf(verdicts: readonly Verdict[]): ReadonlySet<string> {
  return new Set(verdicts.map((verdict) => verdict.case));
}
