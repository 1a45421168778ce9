// Proves that cases do not influence each other: the verdicts are the same alone, shared, reversed and shuffled.

import type { Run, Verdict, VerdictWord } from '../../model/run.ts';
import type { Order } from './order.ts';

/** How all cases are asked: apart or together, and in which order. */
export interface Arrangement {
  readonly name: string;
  readonly isolate: boolean;
  readonly order: Order;
}

/** The arrangements of the proof; each shuffle has its own seed. */
export function arrangements(shuffles: number): Arrangement[] {
  return [
    { name: 'alone', isolate: true, order: { kind: 'given' } },
    { name: 'shared', isolate: false, order: { kind: 'given' } },
    { name: 'reversed', isolate: false, order: { kind: 'reversed' } },
    ...Array.from({ length: shuffles }, (_, index): Arrangement => {
      const seed = index + 1;
      return { name: `shuffled with seed ${seed}`, isolate: false, order: { kind: 'shuffled', seed } };
    }),
  ];
}

/** A case whose verdict depends on the arrangement. */
export interface Leak {
  readonly implementation: string;
  readonly case: string;
  /** A verdict from a shared process counts, even if asking again in a process of its own gave another one. */
  readonly verdicts: readonly { readonly arrangement: Arrangement; readonly verdict: VerdictWord }[];
}

/** The cases that did not get the same verdict in every arrangement. All runs have the same cases. */
export function findLeaks(runs: readonly { readonly arrangement: Arrangement; readonly run: Run }[]): Leak[] {
  const [first] = runs;
  if (!first) return [];
  const seen = runs.map(({ arrangement, run }) => ({
    arrangement,
    verdicts: new Map(run.verdicts.map((verdict) => [keyOf(verdict), verdict])),
  }));
  return first.run.verdicts.flatMap((verdict): Leak[] => {
    const words = seen.map(({ arrangement, verdicts }) => ({
      arrangement,
      verdict: firstVerdict(verdicts.get(keyOf(verdict))),
    }));
    if (new Set(words.map((word) => word.verdict)).size < 2) return [];
    return [{ implementation: verdict.implementation, case: verdict.case, verdicts: words }];
  });
}

function keyOf({ implementation, case: id }: Verdict): string {
  return `${id} ${implementation}`;
}

/** The first verdict; `error` if there is none. */
export function firstVerdict(verdict: Verdict | undefined): VerdictWord {
  return verdict?.sharedVerdict ?? verdict?.verdict ?? 'error';
}
