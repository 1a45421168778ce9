// Random decisions that depend only on a seed.

import { type Random, seededRandom } from '../../model/random.ts';

export interface Dice {
  /** True with this probability, from 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** One item of a list that is not empty. */
  pick<T>(items: readonly [T, ...T[]]): T;
  /** One item, or undefined if there is none. */
  pickAny<T>(items: readonly T[]): T | undefined;
  /** `least` to `most` results of an action. */
  several<T>(least: number, most: number, action: (index: number) => T): T[];
}

/** The decisions for one tree: those of other trees do not change them. */
export function diceFor(seed: number, index: number): Dice {
  const start = Math.floor(seededRandom(seed)() * 2 ** 32);
  return diceFrom(seededRandom(start ^ Math.imul(index + 1, 0x9e3779b1)));
}

function diceFrom(random: Random): Dice {
  const below = (count: number) => Math.floor(random() * count);
  const pickAny = <T>(items: readonly T[]): T | undefined => items[below(items.length)];
  return {
    chance: (probability) => random() < probability,
    below,
    pickAny,
    pick: (items) => pickAny(items) ?? items[0],
    several: (least, most, action) =>
      Array.from({ length: least + below(most - least + 1) }, (_, index) => action(index)),
  };
}
