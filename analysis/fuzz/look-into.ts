// Looks into doubts one after another: confirms each in fresh processes, shrinks it, and adds it to the others of its cause.

import { countOf } from '../../model/count-of.ts';
import type { Need } from '../../model/vocabulary.ts';
import { lacksNothing } from '../capture/parties.ts';
import { type ShrunkPage, shrinkToPage } from '../capture/shrink-to-page.ts';
import { findDifference, type Parties } from '../capture/suspect.ts';
import { causeOf, likenessOf } from './cause.ts';
import type { Doubt } from './compare-trees.ts';
import { explainedBy, type KnownDifference } from './known-differences.ts';

/** One cause of differences. */
export interface Cause {
  /** The id of the case, which names the seed, the tree and the question. */
  readonly id: string;
  readonly page: ShrunkPage;
  /** How many differences were shrunk to this. */
  readonly count: number;
  /** How many more looked like one of these and were not shrunk. */
  readonly alike: number;
  readonly explained: KnownDifference | undefined;
}

export interface Findings {
  readonly causes: readonly Cause[];
  /** How many differences came only from earlier questions in a shared host, or cannot be written on a page. */
  readonly unconfirmed: number;
  /** Doubts that were left when there were enough causes. */
  readonly left: number;
}

export interface LookingInto {
  readonly seed: number;
  readonly known: readonly KnownDifference[];
  readonly mostTries: number;
  readonly mostCauses: number;
  readonly onProgress: (done: string) => void;
}

/** When so many doubts that look alike had one cause, others that look like them are only counted. */
const enoughAlike = 4;

export async function lookInto(
  doubts: readonly Doubt[],
  parties: Parties,
  options: LookingInto,
): Promise<Findings> {
  const causes = new Map<string, Cause>();
  const alike = new Map<string, string[]>();
  let left = 0;
  let unconfirmed = 0;
  for (const [at, doubt] of doubts.entries()) {
    options.onProgress(`${at} of ${countOf(doubts.length, 'difference')}, ${countOf(causes.size, 'cause')}`);
    const likeness = likenessOf(doubt);
    const before = alike.get(likeness) ?? [];
    alike.set(likeness, before);
    const usual = usualCause(before);
    if (usual === undefined && isEnough(causes, options)) {
      left++;
      continue;
    }
    const found = usual === undefined ? await lookIntoOne(doubt, parties, options) : undefined;
    const key = found?.key ?? usual ?? nothing;
    const cause = causes.get(key) ?? (found && { ...found.cause, count: 0, alike: 0 });
    if (usual === undefined) before.push(key);
    if (cause === undefined) unconfirmed++;
    else causes.set(key, count(cause, usual === undefined));
  }
  return { causes: [...causes.values()], unconfirmed, left };
}

/** The cause of a doubt that is not confirmed. */
const nothing = '';

/** The cause that all had so far, if they are enough. */
function usualCause(before: readonly string[]): string | undefined {
  return before.length >= enoughAlike && new Set(before).size === 1 ? before[0] : undefined;
}

function isEnough(causes: ReadonlyMap<string, Cause>, { mostCauses }: LookingInto): boolean {
  return [...causes.values()].filter(({ explained }) => !explained).length >= mostCauses;
}

function count(cause: Cause, isShrunk: boolean): Cause {
  return isShrunk ? { ...cause, count: cause.count + 1 } : { ...cause, alike: cause.alike + 1 };
}

interface Found {
  readonly key: string;
  readonly cause: Omit<Cause, 'count' | 'alike'>;
}

/** Undefined if the difference does not appear when both sides are asked in their own processes. */
async function lookIntoOne(
  { index, at, suspect }: Doubt,
  parties: Parties,
  options: LookingInto,
): Promise<Found | undefined> {
  const { edition, loader } = parties;
  const difference = await findDifference(suspect, { ...parties, alone: true });
  if (!difference || !lacksNothing(difference.item.needs as Need[], loader.description)) return undefined;
  const id = `fuzz-${options.seed}-${index}-${at}`;
  const page = await shrinkToPage({ suspect, difference }, parties, {
    id,
    title: `Question ${at} of tree ${index}, seed ${options.seed}`,
    mostTries: options.mostTries,
    onTry: (tries, entries) =>
      options.onProgress(`${id}: ${countOf(tries, 'try', 'tries')}, ${countOf(entries, 'file')}`),
  });
  const shape = {
    implementation: loader.description.name,
    edition,
    asked: page.shrunk.suspect.asked,
    texts: page.shrunk.suspect.tree.flatMap((entry) => (entry.kind === 'file' ? [entry.text] : [])),
    expected: page.shrunk.difference.kinds.expected,
    observed: page.shrunk.difference.kinds.observed,
  };
  const explained = explainedBy(shape, options.known);
  return { key: causeOf(page.shrunk.difference, edition), cause: { id, page, explained } };
}
