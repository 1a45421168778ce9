// The proof that cases do not reach each other: the same verdicts alone, shared, reversed and shuffled.

import type { Run, Verdict, VerdictWord } from '../model/run.ts';
import type { Order } from './order.ts';

/** One way of asking all cases. */
export interface Way {
  readonly name: string;
  readonly isolate: boolean;
  readonly order: Order;
}

/** The ways of the proof; each shuffle has a seed of its own. */
export function waysToAsk(shuffles: number): Way[] {
  return [
    { name: 'alone', isolate: true, order: { kind: 'given' } },
    { name: 'shared', isolate: false, order: { kind: 'given' } },
    { name: 'reversed', isolate: false, order: { kind: 'reversed' } },
    ...Array.from({ length: shuffles }, (_, index): Way => {
      const seed = index + 1;
      return { name: `shuffled with seed ${seed}`, isolate: false, order: { kind: 'shuffled', seed } };
    }),
  ];
}

/** A case whose verdict depends on how it was asked. */
export interface Leak {
  readonly implementation: string;
  readonly case: string;
  /** What a shared process gave is counted even where a process of its own put it right afterwards. */
  readonly verdicts: readonly { readonly way: Way; readonly verdict: VerdictWord }[];
}

/** The cases that did not get the same verdict in every way. The runs are of the same cases. */
export function findLeaks(runs: readonly { readonly way: Way; readonly run: Run }[]): Leak[] {
  const [first] = runs;
  if (!first) return [];
  const seen = runs.map(({ way, run }) => ({
    way,
    verdicts: new Map(run.verdicts.map((verdict) => [keyOf(verdict), verdict])),
  }));
  return first.run.verdicts.flatMap((verdict): Leak[] => {
    const words = seen.map(({ way, verdicts }) => ({
      way,
      verdict: firstVerdict(verdicts.get(keyOf(verdict))),
    }));
    if (new Set(words.map((word) => word.verdict)).size < 2) return [];
    return [{ implementation: verdict.implementation, case: verdict.case, verdicts: words }];
  });
}

function keyOf({ implementation, case: id }: Verdict): string {
  return `${id} ${implementation}`;
}

/** The verdict that was given first; `error` where there is none. */
export function firstVerdict(verdict: Verdict | undefined): VerdictWord {
  return verdict?.sharedVerdict ?? verdict?.verdict ?? 'error';
}
