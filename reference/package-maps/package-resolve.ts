// The operations PACKAGE_RESOLVE and PACKAGE_MAIN_RESOLVE of spec/01-algorithm/2-package-algorithm.md: the package that a target of
// `imports` names.

import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ResolverContext } from '../context/context.ts';
import { isPresent } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { check, checkAbout, checkIs, note, noteAbout } from '../context/trace.ts';
import { deprecate } from '../context/warnings.ts';
import { fileOf, invalidModuleSpecifier, packageNotFound } from '../errors/package-errors.ts';
import { fill } from '../errors/texts.ts';
import { fileAt } from '../files/file-at.ts';
import { parseImports, readPackageJson } from '../packages/package-json.ts';
import { isCoreModule } from '../specifiers/core-module-names.ts';
import { packageExportsResolve } from './exports.ts';

/** PACKAGE_RESOLVE: the URL of what X names for the package that imports it, which was asked for the subpath import `request`. */
export function packageResolve(context: ResolverContext, x: string, pkg: PackageJson, request: string): URL {
  const { coreNameAsTarget, dottedTargets } = context.behaviours;
  // PACKAGE_RESOLVE 1: (node 16+) If IS_CORE_MODULE(X) returns true, return the URL of `node:` and X.
  if (
    coreNameAsTarget === 'names the core module' &&
    checkAbout(context, 'PACKAGE_RESOLVE 1', isCoreModule(context, x), x)
  )
    return new URL(`node:${x}`);
  const segments = x.split('/');
  // PACKAGE_RESOLVE 2: Let NAME be the first segment of X, or its first two with the slash between them if X
  //   begins with `@`.
  const name = segments.slice(0, x.startsWith('@') ? 2 : 1).join('/');
  noteAbout(context, 'PACKAGE_RESOLVE 2', 'done', name);
  const isInvalid = (x.startsWith('@') && segments.length === 1) || /[%\\]/.test(name);
  // PACKAGE_RESOLVE 3: If X begins with `@` and has one segment, or if NAME contains `\` or `%`, throw an
  //   error with the code `ERR_INVALID_MODULE_SPECIFIER`.
  if (checkAbout(context, 'PACKAGE_RESOLVE 3', isInvalid, x)) throw invalidName(context, x, pkg);
  const isDotted = name.startsWith('.');
  // PACKAGE_RESOLVE 4: (node 16+) If NAME begins with `.`, throw an error with the code
  //   `ERR_INVALID_MODULE_SPECIFIER`.
  if (dottedTargets === 'are refused' && checkAbout(context, 'PACKAGE_RESOLVE 4', isDotted, x))
    throw invalidName(context, x, pkg);
  // PACKAGE_RESOLVE 5: Let SUBPATH be `.` and what follows NAME in X.
  const subpath = `.${x.slice(name.length)}`;
  noteAbout(context, 'PACKAGE_RESOLVE 5', 'done', subpath);
  const isSelf = pkg.name === name && isPresent(pkg.exports);
  // PACKAGE_RESOLVE 6: If NAME is the `name` of PACKAGE, and the `exports` of PACKAGE is neither absent nor
  //   null, return PACKAGE_EXPORTS_RESOLVE(PACKAGE, SUBPATH).
  if (checkAbout(context, 'PACKAGE_RESOLVE 6', isSelf, name))
    return packageExportsResolve(context, pkg, subpath, fileOf(pkg)).url;
  return searchPackage(context, x, { name, subpath, base: fileOf(pkg), request }, pkg.folder);
}

function invalidName(context: ResolverContext, x: string, pkg: PackageJson): Error {
  return invalidModuleSpecifier(context, x, context.texts.invalidName, fileOf(pkg));
}

interface Wanted {
  readonly name: string;
  readonly subpath: string;
  /** The `package.json` that names it. */
  readonly base: string;
  readonly request: string;
}

function searchPackage(context: ResolverContext, x: string, wanted: Wanted, start: string): URL {
  for (const folder of foldersFrom(start)) {
    const found = packageIn(context, folder, wanted.name);
    if (found !== undefined) return resolveIn(context, x, wanted, found);
  }
  throw missingPackage(context, x, wanted);
}

function packageIn(context: ResolverContext, folder: string, name: string): string | undefined {
  // PACKAGE_RESOLVE 7: For the folder of PACKAGE and each folder above it, the nearest first, as FOLDER,
  note(context, 'PACKAGE_RESOLVE 7', 'done', folder);
  // PACKAGE_RESOLVE 7.i: let FOUND be the file path of the URL of `node_modules`, a slash and NAME in FOLDER;
  const found = resolve(fileURLToPath(new URL(`node_modules/${name}`, pathToFileURL(join(folder, '/')))));
  note(context, 'PACKAGE_RESOLVE 7.i', 'done', found);
  const isCut = /[#?]/.test(name);
  const isFound = !isCut && context.files.kindOf(found) === 'folder';
  // PACKAGE_RESOLVE 7.ii: if NAME contains `#` or `?`, or FOUND is not a folder,
  if (!check(context, 'PACKAGE_RESOLVE 7.ii', !isFound, found)) return found;
  if (context.behaviours.unreachableTargetPackage !== 'is passed over') {
    const error = isCut ? undefined : lookErrorOf(context, found);
    // PACKAGE_RESOLVE 7.ii.a: (node 14–16) if NAME contains neither, and the file system refuses to look at
    //   FOUND, and not because it does not exist, throw the error of the file system;
    if (check(context, 'PACKAGE_RESOLVE 7.ii.a', error !== undefined, found)) throw error;
  }
  // PACKAGE_RESOLVE 7.ii.b: go on with the next FOLDER;
  note(context, 'PACKAGE_RESOLVE 7.ii.b', 'done', found);
  return undefined;
}

/** Why the file system does not look at a path, if there is another reason than that nothing is there. */
function lookErrorOf({ files }: ResolverContext, path: string): unknown {
  try {
    files.realpath(path);
    return undefined;
  } catch (error) {
    return Object(error).code === 'ENOENT' ? undefined : error;
  }
}

/** A folder and those above it, nearest first. */
function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return [folder, ...(above === folder ? [] : foldersFrom(above))];
}

function resolveIn(context: ResolverContext, x: string, wanted: Wanted, found: string): URL {
  const { subpath, base } = wanted;
  // PACKAGE_RESOLVE 7.iii: let PKG be the result of READ_PACKAGE_JSON(FOUND, true);
  const pkg = readPackageJson(context, found, true, fill(context.texts.packageFrom, { specifier: x, base }));
  note(context, 'PACKAGE_RESOLVE 7.iii', pkg ? 'found' : 'missing', found);
  // PACKAGE_RESOLVE 7.iv: (node 24+) if PKG is a package with `imports`, do PARSE_MAP(the `imports` of PKG);
  if (pkg) parseImports(context, 'PACKAGE_RESOLVE 7.iv', pkg);
  // PACKAGE_RESOLVE 7.v: if PKG is not nothing, and its `exports` is neither absent nor null, return
  //   PACKAGE_EXPORTS_RESOLVE(PKG, SUBPATH);
  if (checkIs(context, 'PACKAGE_RESOLVE 7.v', pkg?.exports, isPresent, found))
    return packageExportsResolve(context, pkg, subpath, base).url;
  // PACKAGE_RESOLVE 7.vi: if SUBPATH is `.`, return PACKAGE_MAIN_RESOLVE(FOUND, PKG);
  if (checkAbout(context, 'PACKAGE_RESOLVE 7.vi', subpath === '.', subpath))
    return packageMainResolve(context, found, pkg, x, wanted);
  // PACKAGE_RESOLVE 7.vii: return the URL of SUBPATH in FOUND.
  note(context, 'PACKAGE_RESOLVE 7.vii', 'done', join(found, subpath));
  return new URL(subpath, pathToFileURL(join(found, 'package.json')));
}

function missingPackage(context: ResolverContext, x: string, { request }: Wanted): Error {
  // PACKAGE_RESOLVE 8: Throw an error with the code `MODULE_NOT_FOUND`.
  noteAbout(context, 'PACKAGE_RESOLVE 8', 'thrown', x);
  return packageNotFound(context, request);
}

/** PACKAGE_MAIN_RESOLVE: the URL of the main or the index of a package. */
function packageMainResolve(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  x: string,
  wanted: Wanted,
): URL {
  const { base } = wanted;
  const file = mainIn(context, found, pkg, base) ?? indexIn(context, found, pkg, base);
  if (file === undefined) throw missingMain(context, x, wanted);
  return pathToFileURL(file);
}

function mainIn(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): string | undefined {
  const main = pkg?.main;
  for (const ending of typeof main === 'string' ? endings : []) {
    // PACKAGE_MAIN_RESOLVE 1: If PKG is not nothing, and its `main` is a string, for each ENDING of the empty
    //   string, `.js`, `.json`, `.node`, `/index.js`, `/index.json` and `/index.node`,
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1', 'done', ending);
    // PACKAGE_MAIN_RESOLVE 1.i: let TEXT be `./`, the `main` of PKG, and ENDING;
    const text = `./${main}${ending}`;
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.i', 'done', text);
    const p = placeOf(context, found, text);
    if (p === undefined || !isFileAt(context, 'PACKAGE_MAIN_RESOLVE 1.v', p)) continue;
    if (ending !== '') warnIfEsModule(context, context.texts.DEP0151, pkg, p, base);
    return p;
  }
  return undefined;
}

const endings = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];

/** Where a main is: it is a relative URL, or in newer lines a path. */
function placeOf(context: ResolverContext, found: string, text: string): string | undefined {
  const { mainBehindImports } = context.behaviours;
  if (mainBehindImports === 'is a path') return pathOf(context, found, text);
  const p = pathOfUrl(found, text);
  const isLost = p instanceof Error;
  // PACKAGE_MAIN_RESOLVE 1.ii: (node 12) if the file path of the URL of TEXT in FOUND throws an error, go on
  //   with the next ENDING;
  if (
    mainBehindImports === 'is a URL or ignored' &&
    checkAbout(context, 'PACKAGE_MAIN_RESOLVE 1.ii', isLost, text)
  )
    return undefined;
  // PACKAGE_MAIN_RESOLVE 1.iii: (node 12–20) let P be the file path of the URL of TEXT in FOUND;
  noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.iii', isLost ? 'thrown' : 'done', text);
  if (isLost) throw p;
  return p;
}

function pathOfUrl(found: string, text: string): string | Error {
  try {
    return fileURLToPath(new URL(text, pathToFileURL(join(found, 'package.json'))));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function pathOf(context: ResolverContext, found: string, text: string): string {
  // PACKAGE_MAIN_RESOLVE 1.iv: (node 22+) let P be TEXT without its `./` applied to FOUND;
  const p = resolve(found, text.slice('./'.length));
  note(context, 'PACKAGE_MAIN_RESOLVE 1.iv', 'done', p);
  return p;
}

/** The path itself is kept: links in it are followed later. */
function isFileAt(context: ResolverContext, step: string, p: string): boolean {
  // PACKAGE_MAIN_RESOLVE 1.v: if FILE_AT(P) returns a file, return the URL of P.
  const isFile = fileAt(context, p) !== undefined;
  note(context, step, isFile ? 'found' : 'missing', p);
  return isFile;
}

function indexIn(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): string | undefined {
  for (const name of ['index.js', 'index.json', 'index.node']) {
    // PACKAGE_MAIN_RESOLVE 2: For each NAME of `index.js`, `index.json` and `index.node`,
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 2', 'done', name);
    // PACKAGE_MAIN_RESOLVE 2.i: let P be NAME applied to FOUND;
    const p = join(found, name);
    note(context, 'PACKAGE_MAIN_RESOLVE 2.i', 'done', p);
    // PACKAGE_MAIN_RESOLVE 2.ii: if FILE_AT(P) returns a file, return the URL of P.
    if (!isFileAt(context, 'PACKAGE_MAIN_RESOLVE 2.ii', p)) continue;
    warnIfEsModule(context, context.texts.DEP0151ForIndex, pkg, p, base);
    return p;
  }
  return undefined;
}

function missingMain(context: ResolverContext, x: string, { request }: Wanted): Error {
  // PACKAGE_MAIN_RESOLVE 3: Throw an error with the code `MODULE_NOT_FOUND`.
  noteAbout(context, 'PACKAGE_MAIN_RESOLVE 3', 'thrown', x);
  return packageNotFound(context, request);
}

/** An ES module wants a main that names it whole. */
function warnIfEsModule(
  context: ResolverContext,
  text: string,
  pkg: PackageJson | undefined,
  path: string,
  base: string,
): void {
  if (pkg?.type !== 'module' || !path.endsWith('.js')) return;
  const { folder, main } = pkg;
  const values = { folder, main: String(JSON.stringify(main)), file: relative(folder, path), base };
  deprecate(context, 'DEP0151', fill(text, values));
}
