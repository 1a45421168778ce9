// Finds where something changes along a line of versions, with few answers.

/** What a version answered; undefined if it can't be driven. */
export type Ask<A> = (index: number) => Promise<A | undefined>;

export interface Turning<A> {
  /** The indices of two versions with different answers. No version between them could be driven. */
  readonly before: number;
  readonly after: number;
  readonly answers: readonly [before: A, after: A];
}

export interface FoundTurnings<A> {
  /** In the order of the versions. */
  readonly changes: readonly Turning<A>[];
  /** The answers by index, in the order of the versions; undefined for those that can't be driven. */
  readonly asked: ReadonlyMap<number, A | undefined>;
}

/**
 * Asks the samples and the versions at both ends, and then between each two neighbours that differ, until they are next to
 * each other. A change that another one undoes between two samples goes unseen.
 * @param count the number of versions
 * @param samples the indices that are asked first
 */
export async function findChanges<A>(
  count: number,
  ask: Ask<A>,
  same: (one: A, other: A) => boolean,
  samples: readonly number[],
): Promise<FoundTurnings<A>> {
  const asked = new Map<number, A | undefined>();
  const look = async (index: number) => {
    if (!asked.has(index)) asked.set(index, await ask(index));
    return asked.get(index);
  };
  const between = async (low: number, high: number): Promise<number | undefined> => {
    for (const index of fromTheMiddle(low, high)) if ((await look(index)) !== undefined) return index;
    return undefined;
  };
  const search = async (low: number, high: number): Promise<Turning<A>[]> => {
    const answers = [asked.get(low), asked.get(high)] as [A, A];
    if (same(...answers)) return [];
    const middle = await between(low, high);
    if (middle === undefined) return [{ before: low, after: high, answers }];
    return [...(await search(low, middle)), ...(await search(middle, high))];
  };
  for (const index of samples) await look(index);
  await lookAtEnds(count, look);
  const answered = [...asked].filter(([, answer]) => answer !== undefined).map(([index]) => index);
  answered.sort((a, b) => a - b);
  const changes: Turning<A>[] = [];
  for (const [at, low] of answered.entries()) {
    const high = answered[at + 1];
    if (high !== undefined) changes.push(...(await search(low, high)));
  }
  return { changes, asked: new Map([...asked].sort(([a], [b]) => a - b)) };
}

/** The versions at the ends; if they can't be driven, the first and the last that can, as far as bisection finds them. */
async function lookAtEnds<A>(count: number, look: Ask<A>): Promise<void> {
  await lookFrom(0, count - 1, look);
  await lookFrom(count - 1, 0, look);
}

/** Bisects for the version nearest to `end` that can be driven, if `other` can. */
async function lookFrom<A>(end: number, other: number, look: Ask<A>): Promise<void> {
  if ((await look(end)) !== undefined || (await look(other)) === undefined) return;
  let [undriven, driven] = [end, other];
  while (Math.abs(driven - undriven) > 1) {
    const middle = Math.floor((undriven + driven) / 2);
    if ((await look(middle)) === undefined) undriven = middle;
    else driven = middle;
  }
}

/** The indices between two, those near the middle first. */
function fromTheMiddle(low: number, high: number): number[] {
  const middle = (low + high) / 2;
  const indices = Array.from({ length: high - low - 1 }, (_, at) => low + 1 + at);
  return indices.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
}
