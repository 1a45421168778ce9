// Which cases are asked about a fault, and in which order: those first that are quick and likely to notice.

import type { Case } from '../../harness/model/case.ts';
import type { Decides } from './edition-tables.ts';
import type { Fault } from './fault.ts';
import type { Pair } from './pairs.ts';

/**
 * The pairs that come by the changed code, or read the changed entry in an edition that it decides; of editions in which
 * the same is expected of a case the first one that does.
 */
export function pairsFor(fault: Fault, pairs: readonly Pair[], decides: Decides): Pair[] {
  const { entry, site } = fault;
  const isServed = fault.file.startsWith('deployd/');
  const seen = new Set<string>();
  return pairs
    .filter(({ item }) => (item.level === 'deployd') === isServed)
    .filter(({ edition, reached }) => {
      if (entry) return reached.has(entry.key) && decides(entry, edition);
      return site === undefined || reached.has(site);
    })
    .filter(({ item, edition }) => {
      const key = `${item.id} ${expectedIn(item, edition)}`;
      return !seen.has(key) && seen.add(key);
    });
}

function expectedIn({ questions }: Case, edition: string): string {
  return questions
    .map(({ expect }) =>
      (expect as readonly { editions: readonly string[] }[]).findIndex(({ editions }) =>
        editions.includes(edition),
      ),
    )
    .join();
}

/** Before all others the cases that noticed a fault nearby, then one case of each rule, then the next of each. */
export function inOrder(pairs: readonly Pair[], nearby: ReadonlySet<string>): Pair[] {
  const turns = new Map<string, number>();
  const ranked = [...pairs]
    .sort((a, b) => a.reached.size - b.reached.size)
    .map((pair) => {
      const { rule, id } = pair.item;
      const turn = (turns.get(rule) ?? 0) + 1;
      turns.set(rule, turn);
      return { pair, rank: nearby.has(id) ? 0 : turn + (pair.alone ? 0.5 : 0) };
    });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ pair }) => pair);
}
