// The operation REQUIRE of spec/01-algorithm/1-algorithm.md. Above each line is the step that it carries out, with the words of
// the page.

import type { ResolverContext } from '../context/context.ts';
import { isPresent } from '../context/kinds.ts';
import { check, checkAbout, checkIs, note, noteAbout } from '../context/trace.ts';
import { moduleNotFound, notAPath } from '../errors/errors.ts';
import type { Asked } from '../files/load-as-directory.ts';
import { isCoreModule, isSchemedModule } from '../specifiers/core-module-names.ts';
import { isPathSpecifier, leavesFolder } from '../specifiers/specifier-kinds.ts';
import { foundBefore, ownBefore, rememberFound, rememberOwn } from './found-files.ts';
import { loadNodeModules, searchedBy } from './load-node-modules.ts';
import { loadPackageImports, loadPackageSelf } from './load-package.ts';
import { askedOf, isFolder, loadPath, type PathSteps } from './load-path.ts';
import type { Referrer } from './referrer.ts';

/**
 * REQUIRE: the file that a specifier resolves to, or the name of a core module.
 * @throws an Error with the code MODULE_NOT_FOUND, or one that says why a package.json was refused.
 */
export function requireFrom(context: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 1: If IS_CORE_MODULE(X) returns true, return X.
  if (checkAbout(context, 'REQUIRE 1', isCoreModule(context, x), x)) return x;
  if (context.behaviours.nodeScheme === 'names a core module' && isSchemed(context, x)) return x;
  return requirePackage(context, x, y) ?? requireFile(context, x, y);
}

function requireFile(context: ResolverContext, x: string, y: Referrer): string {
  if (y.search === undefined) return requirePath(context, x, y) ?? requireBare(context, x, y);
  const found = y.search();
  if (found !== undefined) return found;
  throw moduleNotFound(context, x, y.requireStack());
}

function isSchemed(context: ResolverContext, x: string): boolean {
  // REQUIRE 2: (node 14+) If X begins with `node:`,
  if (!checkAbout(context, 'REQUIRE 2', x.startsWith('node:'), x)) return false;
  if (context.behaviours.unknownSchemedName === 'resolves to itself') {
    // REQUIRE 2.i: (node 14) return X;
    noteAbout(context, 'REQUIRE 2.i', 'done', x);
    return true;
  }
  // REQUIRE 2.ii: (node 16+) if IS_SCHEMED_MODULE(X without `node:`) returns true, return X.
  return checkAbout(context, 'REQUIRE 2.ii', isSchemedModule(context, x.slice('node:'.length)), x);
}

function requirePackage(context: ResolverContext, x: string, referrer: Referrer): string | undefined {
  const { filename: y } = referrer;
  if (context.behaviours.packageMaps === 'are ignored') return undefined;
  // REQUIRE 3: (node 12+) If there is a Y,
  if (!checkIs(context, 'REQUIRE 3', y, isPresent, y)) return undefined;
  // REQUIRE 3.i: if X begins with `#`, and LOAD_PACKAGE_IMPORTS(X, Y) returns a file, return it;
  if (checkAbout(context, 'REQUIRE 3.i', x.startsWith('#'), x)) {
    const found = loadPackageImports(context, x, y);
    if (found !== undefined) return found;
  }
  // REQUIRE 3.ii: if LOAD_PACKAGE_SELF(X, Y) returns a file, return it;
  noteAbout(context, 'REQUIRE 3.ii', 'done', x);
  const own = loadPackageSelf(context, x, y);
  const folders = (): string[] => searchedBy({ ...context, trace: undefined }, referrer);
  if (own !== undefined) return rememberOwn(context, x, folders(), own);
  // REQUIRE 3.iii: if step 3.ii has returned a file for X before, and for that Y the DIRS of
  //   LOAD_NODE_MODULES are the same, return that file.
  return ownBefore(context, 'REQUIRE 3.iii', x, folders);
}

function requirePath(context: ResolverContext, x: string, y: Referrer): string | undefined {
  // REQUIRE 4: If IS_PATH_SPECIFIER(X) returns true,
  if (!checkAbout(context, 'REQUIRE 4', isPathSpecifier(context, x), x)) return undefined;
  return loadFromFolders(context, x, y.baseFolders(x)) ?? endOfPath(context, x, y);
}

/** What a path specifier resolves to from the first of the folders from which there is anything. */
export function loadFromFolders(
  context: ResolverContext,
  x: string,
  folders: readonly string[],
): string | undefined {
  // REQUIRE 4.i: if this step has returned a file for X and the same BASE_FOLDERS(X, Y) before, return that
  //   file;
  const remembered = foundBefore(context, 'REQUIRE 4.i', x, folders);
  if (remembered !== undefined) return remembered;
  const asked = askedOf(x, folders);
  for (const folder of folders) {
    // REQUIRE 4.ii: for each FOLDER of BASE_FOLDERS(X, Y),
    note(context, 'REQUIRE 4.ii', 'done', folder);
    if (typeof folder !== 'string') throw notAPath(context, folder, 'path');
    const found = isMissing(context, x, folder) ? undefined : loadFromFolder(context, x, folder, asked);
    if (found !== undefined) return rememberFound(context, x, folders, found);
  }
  return undefined;
}

function isMissing(context: ResolverContext, x: string, folder: string): boolean {
  switch (context.behaviours.missingStartFolder) {
    case 'is searched':
      return false;
    case 'is skipped':
      // REQUIRE 4.ii.a: (locked, node 4–16) if FOLDER is not a folder, go on with the next FOLDER;
      return check(context, 'REQUIRE 4.ii.a', !isFolder(context, folder), folder);
    case 'is skipped unless the specifier leaves it':
      // REQUIRE 4.ii.b: (node 18+) if FOLDER is not a folder, and X does not leave it, go on with the next
      //   FOLDER;
      return check(
        context,
        'REQUIRE 4.ii.b',
        !isFolder(context, folder) && !leavesFolder(context, x),
        folder,
      );
  }
}

function loadFromFolder(
  context: ResolverContext,
  x: string,
  folder: string,
  asked: Asked,
): string | undefined {
  // REQUIRE 4.ii.c: let P be X applied to FOLDER;
  const p = context.paths.resolve(folder, x);
  note(context, 'REQUIRE 4.ii.c', 'done', p);
  return loadPath(context, steps, p, asked);
}

const steps: PathSteps = {
  // REQUIRE 4.ii.d: (node 4–8) if LOAD_MAIN(P) returns a file, return it;
  main: 'REQUIRE 4.ii.d',
  // REQUIRE 4.ii.e: if NAMES_FOLDER(X) returns false, and LOAD_AS_FILE(P) returns a file, return it;
  file: 'REQUIRE 4.ii.e',
  // REQUIRE 4.ii.f: if LOAD_AS_DIRECTORY(P) returns a file, return it;
  directory: 'REQUIRE 4.ii.f',
};

function endOfPath(context: ResolverContext, x: string, y: Referrer): undefined {
  // REQUIRE 4.iii: (node 4–10) if X is `.`, go to step 5;
  if (
    context.behaviours.singleDot === 'is a path specifier, then a bare one' &&
    checkAbout(context, 'REQUIRE 4.iii', x === '.', x)
  )
    return undefined;
  // REQUIRE 4.iv: throw an error with the code `MODULE_NOT_FOUND`.
  noteAbout(context, 'REQUIRE 4.iv', 'thrown', x);
  throw moduleNotFound(context, x, y.requireStack());
}

function requireBare(context: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 5: If LOAD_NODE_MODULES(X, the folder of Y) returns a file, return it.
  noteAbout(context, 'REQUIRE 5', 'done', x);
  const found = loadNodeModules(context, x, y);
  if (found !== undefined) return found;
  // REQUIRE 6: Throw an error with the code `MODULE_NOT_FOUND`.
  noteAbout(context, 'REQUIRE 6', 'thrown', x);
  throw moduleNotFound(context, x, y.requireStack());
}
