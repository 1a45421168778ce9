// The operations REQUIRE and LOAD_NODE_MODULES of spec/01-algorithm/1-algorithm.md. Above each line is the step that it
// carries out, with the words of the page.

import { isAbsolute, resolve, sep } from 'node:path';
import type { ResolverContext } from '../context/context.ts';
import { check, checkAbout, note, noteAbout, noteSkipped } from '../context/trace.ts';
import { moduleNotFound } from '../errors/errors.ts';
import { type Asked, loadAsDirectory, loadAsFile, loadMain } from '../files/load-path.ts';
import { isCoreModule, isSchemedModule } from '../specifiers/core-module-names.ts';
import { isPathSpecifier, leavesFolder, namesFolder } from '../specifiers/specifier-kinds.ts';
import { globalFolders } from './global-folders.ts';
import { loadPackageExports, loadPackageImports, loadPackageSelf } from './load-package.ts';

/** The module that requires. */
export interface Referrer {
  readonly filename: string | undefined;
  /** The folders from which a path specifier starts: those of BASE_FOLDERS, unless the program gave others. */
  readonly baseFolders: (x: string) => readonly string[];
  /** The folders in which bare specifiers are searched: those of NODE_MODULES_PATHS, unless the program changed them. */
  readonly searchFolders: () => readonly string[];
  /** The chain of files that required each other, nearest first, for the error. */
  readonly requireStack: () => readonly string[];
}

/**
 * REQUIRE: the file that a specifier resolves to, or the name of a core module.
 * @throws an Error with the code MODULE_NOT_FOUND, or one that says why a package.json was refused.
 */
export function requireFrom(context: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 1: If IS_CORE_MODULE(X) returns true, return X.
  if (checkAbout(context, 'REQUIRE 1', isCoreModule(context, x), x)) return x;
  if (context.behaviours.nodeScheme === 'names a core module' && isSchemed(context, x)) return x;
  return requirePackage(context, x, y) ?? requirePath(context, x, y) ?? requireBare(context, x, y);
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

function requirePackage(context: ResolverContext, x: string, { filename: y }: Referrer): string | undefined {
  if (context.behaviours.packageMaps === 'are ignored') return undefined;
  // REQUIRE 3: (node 12+) If there is a Y,
  if (!check(context, 'REQUIRE 3', y !== undefined, y) || y === undefined) return undefined;
  // REQUIRE 3.i: if X begins with `#`, and LOAD_PACKAGE_IMPORTS(X, Y) returns a file, return it;
  if (checkAbout(context, 'REQUIRE 3.i', x.startsWith('#'), x)) {
    const found = loadPackageImports(context, x, y);
    if (found !== undefined) return found;
  }
  // REQUIRE 3.ii: if LOAD_PACKAGE_SELF(X, Y) returns a file, return it.
  noteAbout(context, 'REQUIRE 3.ii', 'done', x);
  return loadPackageSelf(context, x, y);
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
  const asked = askedOf(x, folders);
  for (const folder of folders) {
    // REQUIRE 4.i: for each FOLDER of BASE_FOLDERS(X, Y),
    note(context, 'REQUIRE 4.i', 'done', folder);
    const found = isMissing(context, x, folder) ? undefined : loadFromFolder(context, x, folder, asked);
    if (found !== undefined) return found;
  }
  return undefined;
}

function askedOf(specifier: string, folders: readonly string[]): Asked {
  return { specifier, question: JSON.stringify({ specifier, folders }) };
}

function isMissing(context: ResolverContext, x: string, folder: string): boolean {
  const isFolder = context.files.kindOf(asWritten(folder)) === 'folder';
  switch (context.behaviours.missingStartFolder) {
    case 'is searched':
      return false;
    case 'is skipped':
      // REQUIRE 4.i.a: (locked, node 4–16) if FOLDER is not a folder, go on with the next FOLDER;
      return check(context, 'REQUIRE 4.i.a', !isFolder, folder);
    case 'is skipped unless the specifier leaves it':
      // REQUIRE 4.i.b: (node 18+) if FOLDER is not a folder, and X does not leave it, go on with the next
      //   FOLDER;
      return check(context, 'REQUIRE 4.i.b', !isFolder && !leavesFolder(x), folder);
  }
}

/** Dot segments after something that does not exist are kept: there is no folder at such a path. */
function asWritten(folder: string): string {
  return isAbsolute(folder) ? folder : `${process.cwd()}${sep}${folder}`;
}

function loadFromFolder(
  context: ResolverContext,
  x: string,
  folder: string,
  asked: Asked,
): string | undefined {
  // REQUIRE 4.i.c: let P be X applied to FOLDER;
  const p = resolve(folder, x);
  note(context, 'REQUIRE 4.i.c', 'done', p);
  if (context.behaviours.folderMain === 'is tried before extensions') {
    // REQUIRE 4.i.d: (node 4–8) if LOAD_MAIN(P) returns a file, return it;
    note(context, 'REQUIRE 4.i.d', 'done', p);
    const inMain = loadMain(context, p);
    if (inMain !== undefined) return inMain;
  }
  // REQUIRE 4.i.e: if NAMES_FOLDER(X) returns false, and LOAD_AS_FILE(P) returns a file, return it;
  const file = loadUnlessFolder(context, 'REQUIRE 4.i.e', x, p);
  if (file !== undefined) return file;
  // REQUIRE 4.i.f: if LOAD_AS_DIRECTORY(P) returns a file, return it;
  note(context, 'REQUIRE 4.i.f', 'done', p);
  return loadAsDirectory(context, p, asked);
}

/** The step that does LOAD_AS_FILE, or says why it does not. */
function loadUnlessFolder(context: ResolverContext, step: string, x: string, p: string): string | undefined {
  if (namesFolder(context, x)) {
    noteSkipped(context, step, `\`${x}\` names only a folder`);
    return undefined;
  }
  note(context, step, 'done', p);
  return loadAsFile(context, p);
}

function endOfPath(context: ResolverContext, x: string, y: Referrer): undefined {
  // REQUIRE 4.ii: (node 4–10) if X is `.`, go to step 5;
  if (
    context.behaviours.singleDot === 'is a path specifier, then a bare one' &&
    checkAbout(context, 'REQUIRE 4.ii', x === '.', x)
  )
    return undefined;
  // REQUIRE 4.iii: throw an error with the code `MODULE_NOT_FOUND`.
  noteAbout(context, 'REQUIRE 4.iii', 'thrown', x);
  throw moduleNotFound(context.behaviours, x, y.requireStack());
}

function requireBare(context: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 5: If LOAD_NODE_MODULES(X, the folder of Y) returns a file, return it.
  noteAbout(context, 'REQUIRE 5', 'done', x);
  const found = loadNodeModules(context, x, y);
  if (found !== undefined) return found;
  // REQUIRE 6: Throw an error with the code `MODULE_NOT_FOUND`.
  noteAbout(context, 'REQUIRE 6', 'thrown', x);
  throw moduleNotFound(context.behaviours, x, y.requireStack());
}

function loadNodeModules(context: ResolverContext, x: string, y: Referrer): string | undefined {
  // LOAD_NODE_MODULES 1: Let DIRS be the list NODE_MODULES_PATHS(START), followed by the list
  //   GLOBAL_FOLDERS().
  const dirs = [...y.searchFolders(), ...globalFolders(context)];
  noteAbout(context, 'LOAD_NODE_MODULES 1', 'done', x);
  return searchFolders(context, x, dirs);
}

/** What a bare specifier resolves to in the first of the folders that has it. */
export function searchFolders(
  context: ResolverContext,
  x: string,
  dirs: readonly string[],
): string | undefined {
  const asked = askedOf(x, dirs);
  for (const dir of dirs) {
    // LOAD_NODE_MODULES 2: For each DIR of DIRS,
    note(context, 'LOAD_NODE_MODULES 2', 'done', dir);
    const found = isAbsent(context, dir) ? undefined : searchFolder(context, x, dir, asked);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isAbsent(context: ResolverContext, dir: string): boolean {
  if (context.behaviours.missingStartFolder === 'is searched') return false;
  // LOAD_NODE_MODULES 2.i: (locked, node 4+) if DIR is not a folder, go on with the next DIR;
  return check(context, 'LOAD_NODE_MODULES 2.i', context.files.kindOf(asWritten(dir)) !== 'folder', dir);
}

function searchFolder(context: ResolverContext, x: string, dir: string, asked: Asked): string | undefined {
  if (context.behaviours.packageMaps === 'are used') {
    // LOAD_NODE_MODULES 2.ii: (node 12+) if LOAD_PACKAGE_EXPORTS(X, DIR) returns a file, return it;
    note(context, 'LOAD_NODE_MODULES 2.ii', 'done', dir);
    const exported = loadPackageExports(context, x, dir);
    if (exported !== undefined) return exported;
  }
  // LOAD_NODE_MODULES 2.iii: let P be X applied to DIR;
  const p = resolve(dir, x);
  note(context, 'LOAD_NODE_MODULES 2.iii', 'done', p);
  if (context.behaviours.folderMain === 'is tried before extensions') {
    // LOAD_NODE_MODULES 2.iv: (node 4–8) if LOAD_MAIN(P) returns a file, return it;
    note(context, 'LOAD_NODE_MODULES 2.iv', 'done', p);
    const inMain = loadMain(context, p);
    if (inMain !== undefined) return inMain;
  }
  // LOAD_NODE_MODULES 2.v: if NAMES_FOLDER(X) returns false, and LOAD_AS_FILE(P) returns a file, return it;
  const file = loadUnlessFolder(context, 'LOAD_NODE_MODULES 2.v', x, p);
  if (file !== undefined) return file;
  // LOAD_NODE_MODULES 2.vi: if LOAD_AS_DIRECTORY(P) returns a file, return it.
  note(context, 'LOAD_NODE_MODULES 2.vi', 'done', p);
  return loadAsDirectory(context, p, asked);
}
