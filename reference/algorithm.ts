// The operations of spec/01-algorithm/1-algorithm.md that look for a file, in the order of the page. Above each line stands the
// label of its step. NODE_MODULES_PATHS and GLOBAL_FOLDERS, which only make lists, are in search-folders.ts.

import { isAbsolute, join, resolve } from 'node:path';
import { type Candidate, candidateAt, canSearch, isPathSpecifier } from './candidate.ts';
import type { ResolverContext } from './context.ts';
import { brokenMain, moduleNotFound, nonStringMain, unreadablePackageJson } from './errors.ts';
import { loadPackageExports, requirePackage } from './load-package.ts';
import { probeExtensions, probeFile, type Steps } from './probe.ts';
import { check, note } from './trace.ts';
import { deprecate } from './warnings.ts';

/** The module that asks. */
export interface Referrer {
  readonly filename: string | undefined;
  /** Where its path specifiers start from: normally one folder, that of its file. */
  readonly folders: readonly string[];
  /** The folders in which its names are searched: those of NODE_MODULES_PATHS, unless the program changed them. */
  readonly searchFolders: () => readonly string[];
  /** The chain of files that led here, nearest first, for the error. */
  readonly requireStack: () => readonly string[];
}

/**
 * REQUIRE: the real path of the file that a specifier names, or the name of a core module.
 * @throws an Error with the code MODULE_NOT_FOUND, or one that tells why a package.json was refused.
 */
export function requireFrom(context: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 1
  if (check(context, 'REQUIRE 1', context.core.answers(x))) {
    // REQUIRE 1.i
    note(context, 'REQUIRE 1.i', 'done', x);
    return x;
  }
  const inPackage = context.behaviours.packageMaps === 'are used' ? requirePackage(context, x, y) : undefined;
  return inPackage ?? requirePath(context, x, y) ?? requireName(context, x, y);
}

function requirePath(context: ResolverContext, x: string, y: Referrer): string | undefined {
  // REQUIRE 2
  if (!check(context, 'REQUIRE 2', isPathSpecifier(context.behaviours, x))) return undefined;
  const folders = isAbsolute(x) ? [''] : y.folders;
  for (const folder of folders) {
    if (!canSearch(context, folder, x)) continue;
    // REQUIRE 2.i
    const p = candidateAt(context.behaviours, folder, x, folders);
    note(context, 'REQUIRE 2.i', 'done', p.path);
    // REQUIRE 2.ii
    note(context, 'REQUIRE 2.ii', 'done', p.path);
    const file = loadAsFile(context, p);
    if (file !== undefined) return file;
    // REQUIRE 2.iii
    note(context, 'REQUIRE 2.iii', 'done', p.path);
    const inFolder = loadAsDirectory(context, p);
    if (inFolder !== undefined) return inFolder;
  }
  if (x === '.' && context.behaviours.singleDot === 'is a path specifier, then a bare one') return undefined;
  // REQUIRE 2.iv
  note(context, 'REQUIRE 2.iv', 'thrown');
  throw moduleNotFound(context.behaviours, x, y.requireStack());
}

function requireName(context: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 3
  note(context, 'REQUIRE 3', 'done');
  const found = loadNodeModules(context, x, y);
  if (found !== undefined) return found;
  // REQUIRE 4
  note(context, 'REQUIRE 4', 'thrown');
  throw moduleNotFound(context.behaviours, x, y.requireStack());
}

/** LOAD_AS_FILE: the file X, or X with an extension. */
export function loadAsFile(context: ResolverContext, x: Candidate): string | undefined {
  if (x.namesFolder) return undefined;
  // LOAD_AS_FILE 1
  const exact = probeFile(context, 'LOAD_AS_FILE 1', x.path);
  if (exact !== undefined) return exact;
  const mainFirst = context.behaviours.folderMain === 'is tried before extensions' && !x.isMain;
  return (mainFirst ? loadMain(context, x) : undefined) ?? probeExtensions(context, fileSteps, x.path);
}

const fileSteps: Steps = {
  // LOAD_AS_FILE 2
  '.js': 'LOAD_AS_FILE 2',
  // LOAD_AS_FILE 3
  '.json': 'LOAD_AS_FILE 3',
  // LOAD_AS_FILE 4
  '.node': 'LOAD_AS_FILE 4',
  other: 'LOAD_AS_FILE',
};

/** LOAD_AS_DIRECTORY: the main of the folder X, or its index. */
export function loadAsDirectory(context: ResolverContext, x: Candidate): string | undefined {
  const inMain = loadMain(context, x);
  if (inMain !== undefined) return inMain;
  const index = loadIndex(context, x.path);
  const main = mainOf(context, x.path);
  if (main === undefined) return index;
  if (index === undefined) refuseBrokenMain(context, x, main);
  else warnOfBrokenMain(context, x, main);
  return index;
}

function loadMain(context: ResolverContext, x: Candidate): string | undefined {
  const packageJson = join(x.path, 'package.json');
  // LOAD_AS_DIRECTORY 1
  if (!check(context, 'LOAD_AS_DIRECTORY 1', isPackageJson(context, x, packageJson), packageJson))
    return undefined;
  // LOAD_AS_DIRECTORY 1.i
  const main = mainOf(context, x.path);
  if (!check(context, 'LOAD_AS_DIRECTORY 1.i', main !== undefined, packageJson)) return undefined;
  // LOAD_AS_DIRECTORY 1.ii
  const m: Candidate = { ...x, path: resolve(x.path, main ?? ''), isMain: true };
  note(context, 'LOAD_AS_DIRECTORY 1.ii', 'done', m.path);
  // LOAD_AS_DIRECTORY 1.iii
  note(context, 'LOAD_AS_DIRECTORY 1.iii', 'done', m.path);
  const file = loadAsFile(context, { ...m, namesFolder: false });
  if (file !== undefined) return file;
  // LOAD_AS_DIRECTORY 1.iv
  note(context, 'LOAD_AS_DIRECTORY 1.iv', 'done', m.path);
  return loadIndex(context, m.path);
}

function isPackageJson(context: ResolverContext, x: Candidate, path: string): boolean {
  const kind = context.files.kindOf(path);
  if (
    kind === 'unreachable' &&
    context.behaviours.unreadablePackageJson !== 'is ignored' &&
    isLookedInto(context, x)
  ) {
    throw unreadablePackageJson(path);
  }
  return kind === 'file';
}

/** A name has its package.json read before anyone asks whether there is a folder. */
function isLookedInto(context: ResolverContext, x: Candidate): boolean {
  return context.files.kindOf(x.path) === 'folder' || !isPathSpecifier(context.behaviours, x.specifier);
}

function mainOf(context: ResolverContext, folder: string): string | undefined {
  const main = context.packages.read(folder)?.main;
  if (typeof main === 'string' && main !== '') return main;
  if (main && context.behaviours.nonStringMain !== 'is ignored')
    throw nonStringMain(context.behaviours, main);
  return undefined;
}

function loadIndex(context: ResolverContext, folder: string): string | undefined {
  return probeExtensions(context, indexSteps, join(folder, 'index'));
}

const indexSteps: Steps = {
  // LOAD_AS_DIRECTORY 2
  '.js': 'LOAD_AS_DIRECTORY 2',
  // LOAD_AS_DIRECTORY 3
  '.json': 'LOAD_AS_DIRECTORY 3',
  // LOAD_AS_DIRECTORY 4
  '.node': 'LOAD_AS_DIRECTORY 4',
  other: 'LOAD_AS_DIRECTORY',
};

function refuseBrokenMain(context: ResolverContext, x: Candidate, main: string): void {
  if (context.behaviours.brokenMain === 'finds nothing') return;
  note(context, 'LOAD_AS_DIRECTORY', 'thrown', x.path);
  throw brokenMain(resolve(x.path, main), join(x.path, 'package.json'), x.specifier);
}

function warnOfBrokenMain(context: ResolverContext, x: Candidate, main: string): void {
  const message = `The main '${main}' of the package.json in ${x.path} is invalid.`;
  deprecate(context, 'DEP0128', message, x.question);
}

/** LOAD_NODE_MODULES: the first of the folders that holds X. */
export function loadNodeModules(context: ResolverContext, x: string, y: Referrer): string | undefined {
  // LOAD_NODE_MODULES 1
  note(context, 'LOAD_NODE_MODULES 1', 'done');
  const dirs = [...y.searchFolders(), ...context.globalFolders()];
  // LOAD_NODE_MODULES 2
  for (const dir of dirs) {
    if (!check(context, 'LOAD_NODE_MODULES 2', canSearch(context, dir, x), dir)) continue;
    const exported =
      context.behaviours.packageMaps === 'are used' ? loadPackageExports(context, x, dir) : undefined;
    if (exported !== undefined) return exported;
    const candidate = candidateAt(context.behaviours, dir, x, dirs);
    // LOAD_NODE_MODULES 2.i
    note(context, 'LOAD_NODE_MODULES 2.i', 'done', candidate.path);
    const file = loadAsFile(context, candidate);
    if (file !== undefined) return file;
    // LOAD_NODE_MODULES 2.ii
    note(context, 'LOAD_NODE_MODULES 2.ii', 'done', candidate.path);
    const inFolder = loadAsDirectory(context, candidate);
    if (inFolder !== undefined) return inFolder;
  }
  return undefined;
}
