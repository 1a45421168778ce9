// The order in which cases are asked. It must not matter; asking in several orders checks this.

import { seededRandom } from '../../model/random.ts';

export type Order =
  | { readonly kind: 'given' }
  | { readonly kind: 'reversed' }
  /** The same seed gives the same order. */
  | { readonly kind: 'shuffled'; readonly seed: number };

export function putInOrder<T>(items: readonly T[], order: Order): T[] {
  switch (order.kind) {
    case 'given':
      return [...items];
    case 'reversed':
      return [...items].reverse();
    case 'shuffled':
      return shuffle(items, order.seed);
  }
}

function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
