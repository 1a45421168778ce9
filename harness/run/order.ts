// The order in which cases are asked. It must not matter; asking in several orders checks this.

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
  const random = mulberry32(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** A small generator of numbers from 0 to 1; they depend only on the seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
