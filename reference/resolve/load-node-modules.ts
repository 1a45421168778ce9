// The operation LOAD_NODE_MODULES of spec/01-algorithm/1-algorithm.md.

import type { ResolverContext } from '../context/context.ts';
import { check, note, noteAbout } from '../context/trace.ts';
import type { Asked } from '../files/load-as-directory.ts';
import { foundBefore, rememberFound } from './found-files.ts';
import { globalFolders } from './global-folders.ts';
import { loadPackageExports } from './load-package.ts';
import { askedOf, isFolder, loadPath, type PathSteps } from './load-path.ts';
import type { Referrer } from './referrer.ts';

/** LOAD_NODE_MODULES: the file that a bare specifier resolves to. */
export function loadNodeModules(context: ResolverContext, x: string, y: Referrer): string | undefined {
  // LOAD_NODE_MODULES 1: Let DIRS be the list NODE_MODULES_PATHS(START), followed by the list
  //   GLOBAL_FOLDERS().
  const dirs = searchedBy(context, y);
  noteAbout(context, 'LOAD_NODE_MODULES 1', 'done', x);
  return loadFromDirs(context, x, dirs);
}

/** The folders in which the bare specifiers of a referrer are looked for. */
export function searchedBy(context: ResolverContext, y: Referrer): string[] {
  return [...y.searchFolders(), ...globalFolders(context)];
}

/** What a bare specifier resolves to in the first of the folders that has it. */
export function loadFromDirs(
  context: ResolverContext,
  x: string,
  dirs: readonly string[],
): string | undefined {
  // LOAD_NODE_MODULES 2: If this operation has returned a file for X and the same DIRS before, not in step
  //   3.ii, return that file.
  const remembered = foundBefore(context, 'LOAD_NODE_MODULES 2', x, dirs);
  if (remembered !== undefined) return remembered;
  const asked = askedOf(x, dirs);
  for (const dir of dirs) {
    // LOAD_NODE_MODULES 3: For each DIR of DIRS,
    note(context, 'LOAD_NODE_MODULES 3', 'done', dir);
    if (isAbsent(context, dir)) continue;
    const exported = loadExported(context, x, dir);
    if (exported !== undefined) return exported;
    const found = loadFromDir(context, x, dir, asked);
    if (found !== undefined) return rememberFound(context, x, dirs, found);
  }
  return undefined;
}

function isAbsent(context: ResolverContext, dir: string): boolean {
  if (context.behaviours.missingStartFolder === 'is searched') return false;
  // LOAD_NODE_MODULES 3.i: (locked, node 4+) if DIR is not a folder, go on with the next DIR;
  return check(context, 'LOAD_NODE_MODULES 3.i', !isFolder(context, dir), dir);
}

function loadExported(context: ResolverContext, x: string, dir: string): string | undefined {
  if (context.behaviours.packageMaps === 'are ignored') return undefined;
  // LOAD_NODE_MODULES 3.ii: (node 12+) if LOAD_PACKAGE_EXPORTS(X, DIR) returns a file, return it;
  note(context, 'LOAD_NODE_MODULES 3.ii', 'done', dir);
  return loadPackageExports(context, x, dir);
}

function loadFromDir(context: ResolverContext, x: string, dir: string, asked: Asked): string | undefined {
  // LOAD_NODE_MODULES 3.iii: let P be X applied to DIR;
  const p = context.paths.resolve(dir, x);
  note(context, 'LOAD_NODE_MODULES 3.iii', 'done', p);
  return loadPath(context, steps, p, asked);
}

const steps: PathSteps = {
  // LOAD_NODE_MODULES 3.iv: (node 4–8) if LOAD_MAIN(P) returns a file, return it;
  main: 'LOAD_NODE_MODULES 3.iv',
  // LOAD_NODE_MODULES 3.v: if NAMES_FOLDER(X) returns false, and LOAD_AS_FILE(P) returns a file, return it;
  file: 'LOAD_NODE_MODULES 3.v',
  // LOAD_NODE_MODULES 3.vi: if LOAD_AS_DIRECTORY(P) returns a file, return it.
  directory: 'LOAD_NODE_MODULES 3.vi',
};
