// Delta debugging: finds a smallest part of a list that still has a property.

/**
 * Leaves out ever shorter runs of items, until no single item and no two neighbours can be left out: the lines that open
 * and close a block are neighbours once the block is empty.
 * @param holds whether a part of the list has the property; the whole list has it
 */
export async function minimize<T>(
  items: readonly T[],
  holds: (part: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  if (items.length === 0 || (await holds([]))) return [];
  let kept = items;
  for (let size = Math.ceil(items.length / 2); size > 2; size = Math.ceil(size / 2))
    kept = await leaveOutRuns(kept, size, holds);
  for (let before = Number.POSITIVE_INFINITY; kept.length < before; ) {
    before = kept.length;
    for (const size of [2, 1]) kept = await leaveOutRuns(kept, size, holds);
  }
  return kept;
}

async function leaveOutRuns<T>(
  items: readonly T[],
  size: number,
  holds: (part: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = items;
  for (let at = 0; at < kept.length; ) {
    const part = [...kept.slice(0, at), ...kept.slice(at + size)];
    if (part.length > 0 && (await holds(part))) kept = part;
    else at += size === 2 ? 1 : size;
  }
  return kept;
}
