// Variants of a suspect with one folder less or one shorter name.

import { posix } from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { isReferrerUrl } from '../../model/is-url.ts';
import type { OpenQuestion, Suspect } from '../../model/open-question.ts';

/** Every suspect that is one step simpler, the best ones first. It is not known whether the two still differ there. */
export function* simplerNames(suspect: Suspect): Generator<Suspect> {
  yield* askedFromMain(suspect);
  for (const folder of foldersOf(suspect)) {
    const lifted = mapPaths(suspect, (path) => withoutFolder(path, folder));
    yield mapTexts(lifted, wholeName(posix.basename(folder), '/'), '');
    yield lifted;
  }
  const free = shortNames.filter((name) => !namesIn(suspect).has(name));
  for (const name of namesIn(suspect)) {
    const [short] = free;
    if (short !== undefined && name.length > short.length && !isMeaningful(name))
      yield renamed(suspect, name, short);
  }
}

const shortNames: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'k', 'm', 'n', 'p', 'q'];

/** Names that have a meaning for loaders. */
function isMeaningful(name: string): boolean {
  return ['node_modules', 'package', 'index', 'main'].includes(name) || shortNames.includes(name);
}

/** The referrer gets the name that most cases use, if no other file has it. */
function* askedFromMain(suspect: Suspect): Generator<Suspect> {
  const place = placeOf(suspect.asked);
  if (place === '' || namesIn(suspect).has('main')) return;
  const main = posix.join(
    posix.dirname(place),
    suspect.asked.kind === 'resolve' && suspect.asked.by ? 'main.mjs' : 'main.js',
  );
  yield mapPaths(suspect, (path) => (path === place ? main : path));
}

/** All folders, outermost first. */
function foldersOf({ tree, asked }: Suspect): string[] {
  const paths = [...tree.map(({ path }) => path), placeOf(asked)];
  const folders = paths.flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  });
  return [...new Set(folders)].sort((a, b) => a.length - b.length);
}

function withoutFolder(path: string, folder: string): string {
  if (!path.startsWith(`${folder}/`)) return path;
  const parent = folder.split('/').slice(0, -1);
  return [...parent, path.slice(folder.length + 1)].join('/');
}

/** The names of files and folders, without what follows the first dot. */
function namesIn({ tree, asked }: Suspect): Set<string> {
  const parts = [...tree.map(({ path }) => path), placeOf(asked)].flatMap((path) => path.split('/'));
  return new Set(
    parts.map((part) => part.replace(/(?<=.)\..*$/, '').replace(/^@/, '')).filter((name) => name !== ''),
  );
}

/** Changes a name wherever it appears as a whole word: in paths, in questions, and in texts. */
function renamed(suspect: Suspect, name: string, short: string): Suspect {
  const whole = wholeName(name);
  return mapTexts(
    mapPaths(suspect, (path) => path.replace(whole, short)),
    whole,
    short,
  );
}

/** A name that is not part of a longer one. */
function wholeName(name: string, behind = ''): RegExp {
  const literal = name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${literal}(?![\\w-])${behind}`, 'g');
}

/** Changes a name in the questions and in the texts of files. */
function mapTexts({ tree, asked }: Suspect, found: RegExp, instead: string): Suspect {
  const replace = (text: string) => text.replace(found, instead);
  return {
    tree: tree.map((entry) => (entry.kind === 'file' ? { ...entry, text: replace(entry.text) } : entry)),
    asked: asked.kind === 'resolve' ? { ...asked, specifier: replace(asked.specifier) } : asked,
  };
}

function mapPaths({ tree, asked }: Suspect, change: (path: string) => string): Suspect {
  return { tree: tree.map((entry) => changeEntry(entry, change)), asked: changeAsked(asked, change) };
}

function changeEntry(entry: TreeEntry, change: (path: string) => string): TreeEntry {
  const path = change(entry.path);
  return entry.kind === 'symlink' ? { ...entry, path, target: change(entry.target) } : { ...entry, path };
}

function changeAsked(asked: OpenQuestion, change: (path: string) => string): OpenQuestion {
  return asked.kind === 'run'
    ? { ...asked, entry: change(asked.entry) }
    : { ...asked, from: isReferrerUrl(asked) ? asked.from : change(asked.from) };
}

/** The referrer or the entry; empty for a referrer that is not in the tree. */
function placeOf(asked: OpenQuestion): string {
  if (asked.kind === 'run') return asked.entry;
  return isReferrerUrl(asked) ? '' : asked.from;
}
