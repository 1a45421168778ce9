// Shrinks a difference and writes it as a page that anybody can run again.

import type { Suspect } from '../../model/open-question.ts';
import { parsePage } from '../../suite/pages/parse-page.ts';
import { type Shrinking, type Shrunk, shrink } from './shrink.ts';
import { type Difference, findDifference, isSameSort, type Parties } from './suspect.ts';
import type { Witness } from './witness.ts';
import { writeCapturedPage } from './write-page.ts';

/** A suspect and the difference that was observed, each side in its own process if it is a program. */
export interface Seen {
  readonly suspect: Suspect;
  readonly difference: Difference;
}

export interface ShrinkingToPage extends Omit<Shrinking, 'differs'> {
  readonly id: string;
  readonly title: string;
}

export interface ShrunkPage {
  readonly shrunk: Shrunk;
  readonly text: string;
  /** Why the page, read like any other, does not show the difference; undefined if it does. */
  readonly flaw: string | undefined;
}

export async function shrinkToPage(
  seen: Seen,
  parties: Parties,
  options: ShrinkingToPage,
): Promise<ShrunkPage> {
  const alone = await mustBeAlone(seen, parties);
  const page = await shrinkAsking(seen, { ...parties, alone }, options);
  // What a host remembers of earlier programs may have misled the shrinking.
  if (page.flaw === undefined || alone || seen.suspect.asked.kind === 'resolve') return page;
  return shrinkAsking(seen, { ...parties, alone: true }, options);
}

async function shrinkAsking(seen: Seen, parties: Parties, options: ShrinkingToPage): Promise<ShrunkPage> {
  const differs = (suspect: Suspect) => findDifference(suspect, parties);
  const shrunk = await shrink(seen.suspect, seen.difference, { differs, ...options });
  const text = writePage(shrunk, parties, options);
  return { shrunk, text, flaw: await findFlaw(text, parties) };
}

/** A program runs in a shared process, which is much faster, if the difference appears there too. */
async function mustBeAlone({ suspect, difference }: Seen, parties: Parties): Promise<boolean> {
  if (suspect.asked.kind === 'resolve') return false;
  const shared = await findDifference(suspect, { ...parties, alone: false });
  return !shared || !isSameSort(shared, difference);
}

function writePage(
  { difference: { item, observed } }: Shrunk,
  { oracle, loader }: Parties,
  { id, title }: ShrinkingToPage,
): string {
  const words = { id, title, oracle: nameOf(oracle), loader: nameOf(loader), observed };
  return writeCapturedPage(item, words);
}

function nameOf({ description: { name, version } }: Witness): string {
  const known = name === 'reference' ? 'the reference' : name;
  return version === undefined || known === 'the reference' ? known : `${known} ${version}`;
}

/** The page is read like any other, and both implementations are asked its case, each in its own process. */
async function findFlaw(text: string, { oracle, loader, edition }: Parties): Promise<string | undefined> {
  try {
    const [item] = parsePage('captured.md', text).cases;
    if (!item) return 'the written page contains no case';
    const right = await oracle.ask(item, edition, true);
    const wrong = await loader.ask(item, edition, true);
    if (right.verdict === 'pass' && wrong.verdict !== 'pass') return undefined;
    return `asked as the page says, ${oracle.spec} gives ${right.verdict}, ${loader.spec} ${wrong.verdict}`;
  } catch (error) {
    return `the written page cannot be read: ${(error as Error).message}`;
  }
}
