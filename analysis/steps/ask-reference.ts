// What the reference looks at when it is asked what a case asks, and which specifiers that are.

import { posix } from 'node:path';
import type { Case, Question, TreeEntry } from '../../model/case.ts';
import { isReferrerUrl } from '../../model/is-url.ts';
import { createLoader, type FileSystem } from '../../reference/index.ts';
import { type Asked, fillTree, pathOfAnswer, resolveBy } from './resolve-by.ts';
import { scanRequires } from './scan-requires.ts';
import { treeFileSystem, treeRoot } from './tree-file-system.ts';

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
    const { found, path } = askOnce(item, asked, edition, watch(item.tree, hidden, seen.paths));
    answer ??= path;
    if (found === undefined || hidden.has(found)) break;
    hidden.add(found);
  }
  return answer;
}

function askOnce(item: Case, asked: Asked, edition: string, files: FileSystem) {
  let found: string | undefined;
  const environment = Object.entries(item.environment).map(([name, value]) => [name, fillTree(value)]);
  const loader = createLoader({
    edition,
    files,
    environment: Object.fromEntries(environment),
    nodePrefix: '/prefix',
    trace: ({ outcome, path }) => {
      if (outcome === 'found') found = path ?? found;
    },
  });
  try {
    return { found, path: inTree(pathOfAnswer(resolveBy(loader, asked))) };
  } catch {
    return { found, path: undefined };
  }
}

/** The tree without the files that are hidden; notes every path that is asked about. */
function watch(tree: readonly TreeEntry[], hidden: ReadonlySet<string>, paths: Set<string>): FileSystem {
  const files = treeFileSystem(tree);
  const note = (path: string) => {
    const place = inTree(path);
    if (place !== undefined) paths.add(place);
    return path;
  };
  return {
    kindOf: (path) => (hidden.has(note(path)) ? undefined : files.kindOf(path)),
    readFile: (path) => files.readFile(note(path)),
    realpath: (path) => note(files.realpath(note(path))),
  };
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
        ? fillTree(link.target)
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
