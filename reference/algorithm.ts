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
export function requireFrom(at: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 1
  if (check(at, 'REQUIRE 1', at.core.answers(x))) {
    // REQUIRE 1.i
    note(at, 'REQUIRE 1.i', 'done', x);
    return x;
  }
  const inPackage = at.behaviours.packageMaps ? requirePackage(at, x, y) : undefined;
  return inPackage ?? requirePath(at, x, y) ?? requireName(at, x, y);
}

function requirePath(at: ResolverContext, x: string, y: Referrer): string | undefined {
  // REQUIRE 2
  if (!check(at, 'REQUIRE 2', isPathSpecifier(at.behaviours, x))) return undefined;
  const folders = isAbsolute(x) ? [''] : y.folders;
  for (const folder of folders) {
    if (!canSearch(at, folder, x)) continue;
    // REQUIRE 2.i
    const p = candidateAt(at.behaviours, folder, x, folders);
    note(at, 'REQUIRE 2.i', 'done', p.path);
    // REQUIRE 2.ii
    note(at, 'REQUIRE 2.ii', 'done', p.path);
    const file = loadAsFile(at, p);
    if (file !== undefined) return file;
    // REQUIRE 2.iii
    note(at, 'REQUIRE 2.iii', 'done', p.path);
    const inFolder = loadAsDirectory(at, p);
    if (inFolder !== undefined) return inFolder;
  }
  if (x === '.' && at.behaviours.dotIs === 'pathThenName') return undefined;
  // REQUIRE 2.iv
  note(at, 'REQUIRE 2.iv', 'thrown');
  throw moduleNotFound(at.behaviours, x, y.requireStack());
}

function requireName(at: ResolverContext, x: string, y: Referrer): string {
  // REQUIRE 3
  note(at, 'REQUIRE 3', 'done');
  const found = loadNodeModules(at, x, y);
  if (found !== undefined) return found;
  // REQUIRE 4
  note(at, 'REQUIRE 4', 'thrown');
  throw moduleNotFound(at.behaviours, x, y.requireStack());
}

/** LOAD_AS_FILE: the file X, or X with an extension. */
export function loadAsFile(at: ResolverContext, x: Candidate): string | undefined {
  if (x.namesFolder) return undefined;
  // LOAD_AS_FILE 1
  const exact = probeFile(at, 'LOAD_AS_FILE 1', x.path);
  if (exact !== undefined) return exact;
  const mainFirst = !at.behaviours.fileBeforeFolderMain && !x.isMain;
  return (mainFirst ? loadMain(at, x) : undefined) ?? probeExtensions(at, fileSteps, x.path);
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
export function loadAsDirectory(at: ResolverContext, x: Candidate): string | undefined {
  const inMain = loadMain(at, x);
  if (inMain !== undefined) return inMain;
  const index = loadIndex(at, x.path);
  const main = mainOf(at, x.path);
  if (main === undefined) return index;
  if (index === undefined) refuseBrokenMain(at, x, main);
  else warnOfBrokenMain(at, x, main);
  return index;
}

function loadMain(at: ResolverContext, x: Candidate): string | undefined {
  const packageJson = join(x.path, 'package.json');
  // LOAD_AS_DIRECTORY 1
  if (!check(at, 'LOAD_AS_DIRECTORY 1', isPackageJson(at, x, packageJson), packageJson)) return undefined;
  // LOAD_AS_DIRECTORY 1.i
  const main = mainOf(at, x.path);
  if (!check(at, 'LOAD_AS_DIRECTORY 1.i', main !== undefined, packageJson)) return undefined;
  // LOAD_AS_DIRECTORY 1.ii
  const m: Candidate = { ...x, path: resolve(x.path, main ?? ''), isMain: true };
  note(at, 'LOAD_AS_DIRECTORY 1.ii', 'done', m.path);
  // LOAD_AS_DIRECTORY 1.iii
  note(at, 'LOAD_AS_DIRECTORY 1.iii', 'done', m.path);
  const file = loadAsFile(at, { ...m, namesFolder: false });
  if (file !== undefined) return file;
  // LOAD_AS_DIRECTORY 1.iv
  note(at, 'LOAD_AS_DIRECTORY 1.iv', 'done', m.path);
  return loadIndex(at, m.path);
}

function isPackageJson(at: ResolverContext, x: Candidate, path: string): boolean {
  const kind = at.files.kindOf(path);
  if (kind === 'unreachable' && at.behaviours.unreadablePackageJson !== 'ignored' && isLookedInto(at, x)) {
    throw unreadablePackageJson(path);
  }
  return kind === 'file';
}

/** A name has its package.json read before anyone asks whether there is a folder. */
function isLookedInto(at: ResolverContext, x: Candidate): boolean {
  return at.files.kindOf(x.path) === 'folder' || !isPathSpecifier(at.behaviours, x.specifier);
}

function mainOf(at: ResolverContext, folder: string): string | undefined {
  const main = at.packages.read(folder)?.main;
  if (typeof main === 'string' && main !== '') return main;
  if (main && at.behaviours.nonStringMain !== 'ignored') throw nonStringMain(at.behaviours, main);
  return undefined;
}

function loadIndex(at: ResolverContext, folder: string): string | undefined {
  return probeExtensions(at, indexSteps, join(folder, 'index'));
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

function refuseBrokenMain(at: ResolverContext, x: Candidate, main: string): void {
  if (at.behaviours.brokenMain === 'climb') return;
  note(at, 'LOAD_AS_DIRECTORY', 'thrown', x.path);
  throw brokenMain(resolve(x.path, main), join(x.path, 'package.json'), x.specifier);
}

function warnOfBrokenMain(at: ResolverContext, x: Candidate, main: string): void {
  const message = `The main '${main}' of the package.json in ${x.path} is invalid.`;
  deprecate(at, 'DEP0128', message, x.question);
}

/** LOAD_NODE_MODULES: the first of the folders that holds X. */
export function loadNodeModules(at: ResolverContext, x: string, y: Referrer): string | undefined {
  // LOAD_NODE_MODULES 1
  note(at, 'LOAD_NODE_MODULES 1', 'done');
  const dirs = [...y.searchFolders(), ...at.globalFolders()];
  // LOAD_NODE_MODULES 2
  for (const dir of dirs) {
    if (!check(at, 'LOAD_NODE_MODULES 2', canSearch(at, dir, x), dir)) continue;
    const exported = at.behaviours.packageMaps ? loadPackageExports(at, x, dir) : undefined;
    if (exported !== undefined) return exported;
    const candidate = candidateAt(at.behaviours, dir, x, dirs);
    // LOAD_NODE_MODULES 2.i
    note(at, 'LOAD_NODE_MODULES 2.i', 'done', candidate.path);
    const file = loadAsFile(at, candidate);
    if (file !== undefined) return file;
    // LOAD_NODE_MODULES 2.ii
    note(at, 'LOAD_NODE_MODULES 2.ii', 'done', candidate.path);
    const inFolder = loadAsDirectory(at, candidate);
    if (inFolder !== undefined) return inFolder;
  }
  return undefined;
}
