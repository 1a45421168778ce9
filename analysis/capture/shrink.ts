// Shrinks a suspect as far as possible while the two implementations still differ in the same way.

import type { TreeEntry } from '../../model/case.ts';
import type { Suspect } from '../../model/open-question.ts';
import { touchedBy } from '../steps/touched-files.ts';
import { minimize } from './minimize.ts';
import { shrinkContent } from './shrink-content.ts';
import { simplerNames } from './simpler-names.ts';
import { simplerSpecifiers } from './simpler-specifiers.ts';
import { type Difference, isSameAnswer, isSameSort } from './suspect.ts';

export interface Shrinking {
  readonly differs: (suspect: Suspect) => Promise<Difference | undefined>;
  /** How many suspects are tried at most; the smallest so far is kept. */
  readonly mostTries: number;
  readonly onTry: (tries: number, entries: number) => void;
}

export interface Shrunk {
  readonly suspect: Suspect;
  readonly difference: Difference;
  readonly tries: number;
}

/** Shrinks first the list of files, then their contents, then the list again, and finally the specifier and the names. */
export async function shrink(first: Suspect, seen: Difference, options: Shrinking): Promise<Shrunk> {
  let best = { suspect: first, difference: seen };
  let tries = 0;
  let isRenaming = false;
  const attempt = async (suspect: Suspect): Promise<boolean> => {
    if (tries >= options.mostTries) return false;
    options.onTry(++tries, suspect.tree.length);
    const difference = await options.differs(suspect);
    if (!difference || !isSameSort(difference, seen)) return false;
    if (!isRenaming && !isSameAnswer(difference, seen)) return false;
    best = { suspect, difference };
    return true;
  };
  const withTree = (tree: readonly TreeEntry[]) => attempt({ ...best.suspect, tree });
  await keepTouched(best, withTree);
  await minimize(best.suspect.tree, withTree);
  for (const { path } of best.suspect.tree) await shrinkEntry(path, () => best.suspect.tree, withTree);
  await minimize(best.suspect.tree, withTree);
  // Until here a file that was found, rightly or wrongly, is the one that the reporter saw.
  isRenaming = true;
  while (await tryAny(simplerSpecifiers(best.suspect), attempt));
  while (await tryAny(simplerNames(best.suspect), attempt));
  return { ...best, tries };
}

type TryTree = (tree: readonly TreeEntry[]) => Promise<boolean>;

/** The files that the reference reads are nearly always enough, and far fewer than a whole project. */
async function keepTouched({ suspect, difference }: Omit<Shrunk, 'tries'>, withTree: TryTree): Promise<void> {
  const [question] = difference.item.questions;
  if (!question) return;
  const touched = touchedBy(difference.item, question);
  const part = suspect.tree.filter(({ path }) => touched.has(path));
  if (part.length > 0 && part.length < suspect.tree.length) await withTree(part);
}

/** Each content is tried in the tree as it is at that time. */
async function shrinkEntry(
  path: string,
  treeOfNow: () => readonly TreeEntry[],
  withTree: TryTree,
): Promise<void> {
  const entry = treeOfNow().find((one) => one.path === path);
  if (entry?.kind !== 'file' && entry?.kind !== 'bytes') return;
  await shrinkContent(entry, (text) =>
    withTree(treeOfNow().map((one) => (one.path === path ? { kind: 'file', path, text } : one))),
  );
}

async function tryAny(
  suspects: Iterable<Suspect>,
  attempt: (suspect: Suspect) => Promise<boolean>,
): Promise<boolean> {
  for (const suspect of suspects) if (await attempt(suspect)) return true;
  return false;
}
