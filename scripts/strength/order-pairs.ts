// Which cases are asked about a fault, and in which order: those first that are quick and likely to notice.

import type { Case } from '../../model/case.ts';
import { decides } from './decides.ts';
import type { Fault } from './fault.ts';
import type { Pair } from './pairs.ts';
import type { Signatures } from './signatures.ts';

/** The pairs that reach the changed code, or read the changed entry in an edition that it decides. */
export function pairsFor({ file, entry, site }: Fault, pairs: readonly Pair[]): Pair[] {
  return pairs
    .filter(({ edition, reached }) => {
      if (entry) return reached.has(entry.flag) && decides(entry, edition);
      return site === undefined || reached.has(site);
    })
    .filter(({ item }) => isServed(item) === file.startsWith('deployd/'));
}

/**
 * Of editions in which the same is expected of a case, and it takes the same way through the changed file, the first one:
 * what it answers there is most likely the same in the others.
 */
export function withoutLikeEditions(fault: Fault, pairs: readonly Pair[], signatures: Signatures): Pair[] {
  const seen = new Set<string>();
  return pairs.filter((pair) => {
    const key = `${pair.item.id} ${expectedIn(pair)} ${signatures.of(pair, fault)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isServed({ level }: Case): boolean {
  return level === 'deployd';
}

const expectedOf = new WeakMap<Pair, string>();

/** Separates editions in which something else is expected. */
function expectedIn(pair: Pair): string {
  const known = expectedOf.get(pair);
  if (known !== undefined) return known;
  const found = pair.item.questions
    .map(({ expect }) =>
      (expect as readonly { editions: readonly string[] }[]).findIndex(({ editions }) =>
        editions.includes(pair.edition),
      ),
    )
    .join();
  expectedOf.set(pair, found);
  return found;
}

/**
 * Before all others the cases that noticed a fault nearby, and one pair of each way through the changed file; then one
 * of each rule, the next of each, and so on. What gets a process or thread of its own comes later.
 */
export function inOrder(
  fault: Fault,
  pairs: readonly Pair[],
  nearby: ReadonlySet<string>,
  signatures: Signatures,
): Pair[] {
  const takers = countBy(pairs, (pair) => signatures.of(pair, fault));
  const ways = new Set<string>();
  const turns = new Map<string, number>();
  return [...pairs]
    .sort((a, b) => Number(a.alone) - Number(b.alone) || a.reached.size - b.reached.size)
    .map((pair) => {
      const way = signatures.of(pair, fault);
      const turn = (turns.get(pair.item.rule) ?? 0) + 1;
      turns.set(pair.item.rule, turn);
      const isFirst = !ways.has(way) && ways.add(way);
      const rank = nearby.has(pair.item.id) || isFirst ? 0 : turn;
      return { pair, rank: rank + (pair.alone ? 1.5 : 0), takers: takers.get(way) ?? 0 };
    })
    .sort((a, b) => a.rank - b.rank || a.takers - b.takers)
    .map(({ pair }) => pair);
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
