// Plans: which pair is asked next about a fault, given what was learned so far.

import type { Fault } from './fault.ts';
import type { Ledger } from './ledger.ts';
import { inOrder } from './order-pairs.ts';
import type { Pair } from './pairs.ts';
import type { Signatures } from './signatures.ts';

export interface PlanOptions {
  readonly ledger: Ledger;
  readonly signatures: Signatures;
  /** Cases that noticed a fault of the same function. */
  readonly nearby: ReadonlySet<string>;
  /** How many cases must notice before it is enough. */
  readonly wanted: number;
}

/** How many cases without credit are run with a fault while it is hunted. They take as long as starting a host. */
const mostWithoutCredit = 40;

/** If this many cases in a row notice a fault, every case does, and to notice it shows little. */
const coarse = 8;

/** Until enough cases notice: first those that once did, then some that have no credit yet, then all others. */
export function* planHunt(fault: Fault, pairs: readonly Pair[], options: PlanOptions): Generator<Pair> {
  const { ledger, nearby, signatures, wanted } = options;
  const isOpen = (pair: Pair) => !ledger.isAnswered(fault, pair);
  const isEnough = () => ledger.killersOf(fault).length >= wanted;
  const hints = new Set(ledger.hintsFor(fault));
  const hinted = pairs.filter(({ item }) => hints.has(item.id));
  for (const pair of hinted) {
    if (isOpen(pair) && (!isEnough() || ledger.creditsOf(pair.item.id).size === 0)) yield pair;
  }
  const open = inOrder(fault, pairs.filter(isOpen), nearby, signatures);
  for (const pair of withoutCredit(open, ledger).slice(0, mostWithoutCredit)) {
    const killers = ledger.killersOf(fault).length;
    if (killers >= coarse && ledger.shareOf(fault) > 0.9) break;
    if (isOpen(pair)) yield pair;
  }
  for (const pair of open) {
    if (isEnough()) return;
    if (isOpen(pair)) yield pair;
  }
}

/** Of those that get a process or thread of their own only one, since it takes as long as all others together. */
function withoutCredit(pairs: readonly Pair[], ledger: Ledger): Pair[] {
  const found = pairs.filter(
    ({ item }) => ledger.creditsOf(item.id).size === 0 && !ledger.isOnRecord(item.id),
  );
  const firstAlone = found.find(({ alone }) => alone);
  return found.filter((pair) => !pair.alone || pair === firstAlone);
}

/** All cases that have no credit yet. */
export function* planCredit(fault: Fault, pairs: readonly Pair[], ledger: Ledger): Generator<Pair> {
  for (const pair of pairs) {
    if (ledger.creditsOf(pair.item.id).size === 0 && !ledger.isAnswered(fault, pair)) yield pair;
  }
}

/**
 * Faults in the order in which they are most likely to give credit soon: on record first, then what many notice. What nearly
 * all notice comes last, because it shows least.
 */
export function inOrderOfCredit(
  faults: readonly Fault[],
  ledger: Ledger,
  isOnRecord: (fault: Fault) => boolean,
): Fault[] {
  const rank = (fault: Fault): number => {
    const share = ledger.shareOf(fault);
    if (isOnRecord(fault)) return 2;
    return share > 0.9 ? -1 : share;
  };
  const ranks = new Map(faults.map((fault) => [fault, rank(fault)]));
  return [...faults].sort((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0));
}
