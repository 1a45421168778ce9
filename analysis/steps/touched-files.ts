// Which entries of a tree a case has a use for: what the reference looks at on its way to the answers, what would be
// found next if the answer were missing, and what is there to tempt a loader that does it differently.

import { posix } from 'node:path';
import type { Case, Question, TreeEntry } from '../../model/case.ts';
import { askReference } from './ask-reference.ts';

/**
 * The entries that nothing touches. A server's app is not looked at, and neither are folders.
 */
export function untouchedEntries(item: Case): TreeEntry[] {
  if (item.questions.some(({ kind }) => kind === 'serve')) return [];
  const seen = askReference(item, item.questions);
  const words = wordsOf(item, seen.specifiers);
  return item.tree.filter(
    (entry) =>
      entry.kind !== 'folder' &&
      !seen.paths.has(entry.path) &&
      !isSoughtByName(entry.path) &&
      !isNamed(entry.path, words) &&
      !isTwinOfFolder(entry.path, seen.paths) &&
      !isAllOfAFolder(entry.path, item, seen.paths, words),
  );
}

/** The entries that one question of a case touches. */
export function touchedBy(item: Case, question: Question): ReadonlySet<string> {
  return askReference(item, [question]).paths;
}

/** Names that loaders look for by themselves, and names without an ending, which a case may show to be passed by. */
function isSoughtByName(path: string): boolean {
  return /^(?:index\b.*|package\.json|main\.js|\..*)$/i.test(posix.basename(path));
}

/** Everything that a case says: its specifiers and the texts of its files. */
function wordsOf(item: Case, specifiers: ReadonlySet<string>): Map<string, string> {
  const asked = [...specifiers, ...Object.values(item.environment)];
  const said = [...asked, ...asked.map(decode)].join('\n');
  const texts = item.tree.flatMap((entry) =>
    entry.kind === 'file' ? [[entry.path, `${entry.text}\n${decode(entry.text)}`] as const] : [],
  );
  return new Map([['', said], ...texts].map(([path, text]) => [path, plain(text)]));
}

/** Whether the name of a file, up to its first dot, is spoken of anywhere but in itself. */
function isNamed(path: string, words: ReadonlyMap<string, string>): boolean {
  const name = plain(posix.basename(path).replace(/(?<=.)\..*$/, ''));
  return [...words].some(([file, text]) => file !== path && text.includes(name));
}

/** A file beside a folder that is looked in, of the same name. */
function isTwinOfFolder(path: string, paths: ReadonlySet<string>): boolean {
  const folder = `${path.replace(/\.[^./]+$/, '')}/`;
  return [...paths].some((seen) => seen.startsWith(folder));
}

/** A folder that is looked at, or named, may be there only through a file in it. */
function isAllOfAFolder(
  path: string,
  { tree }: Case,
  paths: ReadonlySet<string>,
  words: ReadonlyMap<string, string>,
): boolean {
  const folder = posix.dirname(path);
  if (folder === '.' || tree.some((entry) => entry.path !== path && entry.path.startsWith(`${folder}/`)))
    return false;
  return (
    isNamed(folder, words) || [...paths].some((seen) => seen === folder || seen.startsWith(`${folder}/`))
  );
}

function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
