// Finds the case that changes the verdict of a later case in the same process.

import type { Case } from '../../model/case.ts';

/** Whether the verdict of the last of these cases changes when they are asked one after another in one process. */
export type Spoils = (inOrder: readonly Case[]) => Promise<boolean>;

/**
 * Halves the earlier cases until one is left that changes the verdict of the victim by itself.
 * @returns undefined if no single case does
 */
export async function findLeaker(
  before: readonly Case[],
  victim: Case,
  spoils: Spoils,
): Promise<Case | undefined> {
  let suspects = before;
  while (suspects.length > 1) {
    const middle = Math.ceil(suspects.length / 2);
    const halves = [suspects.slice(middle), suspects.slice(0, middle)];
    const guilty = await firstThat(halves, (half) => spoils([...half, victim]));
    if (!guilty) return undefined;
    suspects = guilty;
  }
  const [last] = suspects;
  return before.length > 1 || (last && (await spoils([last, victim]))) ? last : undefined;
}

async function firstThat<T>(
  items: readonly T[],
  holds: (item: T) => Promise<boolean>,
): Promise<T | undefined> {
  for (const item of items) if (await holds(item)) return item;
  return undefined;
}
