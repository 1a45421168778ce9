// What the reference looks at when it is asked what a case asks, and which specifiers that are.

import { posix } from 'node:path';
import type { Case, Question, TreeEntry } from '../../model/case.ts';
import { isReferrerUrl } from '../../model/is-url.ts';
import { createLoader, type FileSystem, type ListedFileSystem } from '../../reference/index.ts';
import { type Asked, pathOfAnswer, resolveBy } from './resolve-by.ts';
import { scanRequires } from './scan-requires.ts';
import { treeFileSystem, treeRoot } from './tree-file-system.ts';
import { placeIn, settingsIn, type TreeView, viewTree } from './tree-view.ts';

export interface Touched {
  /** Inside the tree, in its own terms. */
  readonly paths: Set<string>;
  readonly specifiers: Set<string>;
}

/** Follows resolutions, and of a program those that its texts name, in each edition that expects something of its own. */
export function askReference(item: Case, questions: readonly Question[]): Touched {
  const seen: Touched = { paths: new Set(), specifiers: new Set() };
  for (const question of questions) {
    if (question.kind === 'serve') continue;
    for (const edition of question.expect.flatMap(({ editions }) => editions.slice(0, 1))) {
      if (question.kind === 'run') followProgram(item, question.entry, edition, seen);
      else {
        if (!isReferrerUrl(question)) seen.paths.add(question.from);
        ask(item, question, edition, seen);
      }
    }
  }
  followLinks(item.tree, seen.paths);
  return seen;
}

function followProgram(item: Case, entry: string, edition: string, seen: Touched): void {
  const files = treeFileSystem(item.tree);
  const reached = new Set([entry]);
  seen.paths.add(entry);
  for (const from of reached) {
    const path = posix.join(treeRoot, from);
    if (files.kindOf(path) !== 'file') continue;
    for (const specifier of scanRequires(textOf(files, path))) {
      const found = ask(item, { specifier, from }, edition, seen);
      if (found !== undefined) reached.add(found);
    }
  }
}

const mostRunnersUp = 8;

/** @returns the path in the tree of the file that is found */
function ask(item: Case, asked: Asked, edition: string, seen: Touched): string | undefined {
  seen.specifiers.add(asked.specifier);
  const hidden = new Set<string>();
  let answer: string | undefined;
  while (hidden.size < mostRunnersUp) {
    const view = viewTree(item, undefined, (files) => watch(files, hidden, seen.paths));
    const { found, path } = askOnce(item, view, asked, edition);
    answer ??= path;
    const place = found === undefined ? undefined : placeIn(view, found);
    if (place === undefined || hidden.has(keyOf(place))) break;
    hidden.add(keyOf(place));
  }
  return answer;
}

function askOnce(item: Case, view: TreeView, asked: Asked, edition: string) {
  let found: string | undefined;
  const loader = createLoader({
    edition,
    ...settingsIn(view, item),
    trace: ({ outcome, path }) => {
      if (outcome === 'found') found = path ?? found;
    },
  });
  try {
    return { found, path: placeIn(view, pathOfAnswer(resolveBy(loader, view, asked), view)) };
  } catch {
    return { found, path: undefined };
  }
}

/** The tree without the files that are hidden, which are known by their keys; notes every path that is asked about. */
function watch(files: ListedFileSystem, hidden: ReadonlySet<string>, paths: Set<string>): ListedFileSystem {
  const note = (path: string) => {
    const place = inTree(path);
    if (place !== undefined) paths.add(place);
    return path;
  };
  const isHidden = (path: string) => hidden.has(keyOf(inTree(path) ?? ''));
  return {
    kindOf: (path) => (isHidden(note(path)) ? undefined : files.kindOf(path)),
    names: (folder) => files.names(folder),
    readFile: (path) => files.readFile(note(path)),
    realpath: (path) => note(files.realpath(note(path))),
    linkTarget: (path) => files.linkTarget(note(path)),
  };
}

/** Equal for all spellings that a platform may find a file by. */
function keyOf(place: string): string {
  return place.normalize('NFD').toLowerCase();
}

/** A link into itself makes paths without end. */
const longestPath = 1000;

/** The target of a link is touched with it, link by link. */
function followLinks(tree: readonly TreeEntry[], paths: Set<string>): void {
  const links = tree.filter((entry) => entry.kind === 'symlink');
  for (const path of paths) {
    const link = links.find((entry) => path === entry.path || path.startsWith(`${entry.path}/`));
    if (!link) continue;
    paths.add(link.path);
    const target = inTree(
      link.target.startsWith('<tree>')
        ? link.target.replace('<tree>', treeRoot)
        : posix.join(treeRoot, posix.dirname(link.path), link.target),
    );
    const place = target === undefined ? undefined : target + path.slice(link.path.length);
    if (place !== undefined && place.length < longestPath) paths.add(place);
  }
}

/** Empty where it can't be read. */
export function textOf(files: FileSystem, path: string): string {
  try {
    return Buffer.from(files.readFile(path)).toString('utf8');
  } catch {
    return '';
  }
}

function inTree(path: string): string | undefined {
  const clean = posix.normalize(path).replace(/(?<=.)\/$/, '');
  return clean.startsWith(`${treeRoot}/`) ? clean.slice(treeRoot.length + 1) : undefined;
}
