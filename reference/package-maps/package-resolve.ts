// The operations PACKAGE_RESOLVE, PACKAGE_SELF_RESOLVE and PACKAGE_MAIN_RESOLVE of spec/01-algorithm/2-package-algorithm.md: the
// package that `import` or a target of `imports` names.

import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ResolverContext } from '../context/context.ts';
import { isNullish, isPresent } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { check, checkAbout, checkAboutIs, checkIs, note, noteAbout } from '../context/trace.ts';
import { deprecate } from '../context/warnings.ts';
import { invalidModuleSpecifier, packageNotFound } from '../errors/package-errors.ts';
import { fill } from '../errors/texts.ts';
import { stat } from '../files/stat.ts';
import { parseImports, readPackageJson } from '../packages/package-json.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';
import { isCoreModule } from '../specifiers/core-module-names.ts';
import { packageExportsResolve } from './exports.ts';

/** PACKAGE_RESOLVE: the URL of what X names for the file Y. */
export function packageResolve(context: ResolverContext, x: string, y: string): URL {
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
  if (checkAbout(context, 'PACKAGE_RESOLVE 3', isInvalid, x)) throw invalidName(context, x, y);
  const isDotted = name.startsWith('.');
  // PACKAGE_RESOLVE 4: (node 16+) If NAME begins with `.`, throw an error with the code
  //   `ERR_INVALID_MODULE_SPECIFIER`.
  if (dottedTargets === 'are refused' && checkAbout(context, 'PACKAGE_RESOLVE 4', isDotted, x))
    throw invalidName(context, x, y);
  return resolveNamed(context, { x, name, subpath: `.${x.slice(name.length)}`, y });
}

function invalidName(context: ResolverContext, x: string, y: string): Error {
  return invalidModuleSpecifier(context, x, context.texts.invalidName, y);
}

/** What is looked up, and the file that asks for it. */
interface Wanted {
  readonly x: string;
  readonly name: string;
  readonly subpath: string;
  readonly y: string;
}

function resolveNamed(context: ResolverContext, wanted: Wanted): URL {
  // PACKAGE_RESOLVE 5: Let SUBPATH be `.` and what follows NAME in X.
  noteAbout(context, 'PACKAGE_RESOLVE 5', 'done', wanted.subpath);
  const own = packageSelfResolve(context, wanted);
  // PACKAGE_RESOLVE 6: If PACKAGE_SELF_RESOLVE(NAME, SUBPATH, Y) returns a URL, return it.
  if (checkAboutIs(context, 'PACKAGE_RESOLVE 6', own, isPresent, wanted.name)) return own;
  for (const folder of foldersFrom(dirname(wanted.y))) {
    const found = packageIn(context, folder, wanted.name);
    if (found !== undefined) return resolveIn(context, wanted, found);
  }
  // PACKAGE_RESOLVE 8: Throw an error with the code `ERR_MODULE_NOT_FOUND`.
  noteAbout(context, 'PACKAGE_RESOLVE 8', 'thrown', wanted.x);
  throw packageNotFound(context, wanted.name, wanted.y);
}

function packageIn(context: ResolverContext, folder: string, name: string): string | undefined {
  // PACKAGE_RESOLVE 7: For the folder of Y and each folder above it, the nearest first, as FOLDER,
  note(context, 'PACKAGE_RESOLVE 7', 'done', folder);
  // PACKAGE_RESOLVE 7.i: let FOUND be the folder of the file path of the URL of `node_modules`, NAME and
  //   `package.json`, joined by slashes, in FOLDER;
  const url = new URL(`node_modules/${name}/package.json`, pathToFileURL(join(folder, '/')));
  const found = resolve(fileURLToPath(url), '..');
  note(context, 'PACKAGE_RESOLVE 7.i', 'done', found);
  const isFound = !/[#?]/.test(name) && stat(context, found) === 'folder';
  // PACKAGE_RESOLVE 7.ii: if NAME contains `#` or `?`, or STAT(FOUND) does not return `folder`, go on with
  //   the next FOLDER;
  return check(context, 'PACKAGE_RESOLVE 7.ii', !isFound, found) ? undefined : found;
}

/** A folder and those above it, nearest first. */
function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return [folder, ...(above === folder ? [] : foldersFrom(above))];
}

function resolveIn(context: ResolverContext, wanted: Wanted, found: string): URL {
  const { x, subpath, y } = wanted;
  const importer = fill(context.texts.packageFrom, { specifier: x, base: y });
  // PACKAGE_RESOLVE 7.iii: let PKG be the result of READ_PACKAGE_JSON(FOUND, true);
  const pkg = readPackageJson(context, found, true, importer);
  note(context, 'PACKAGE_RESOLVE 7.iii', pkg ? 'found' : 'missing', found);
  // PACKAGE_RESOLVE 7.iv: (node 24+) if PKG is a package with `imports`, do PARSE_MAP(the `imports` of PKG);
  if (pkg) parseImports(context, 'PACKAGE_RESOLVE 7.iv', pkg);
  // PACKAGE_RESOLVE 7.v: if PKG is not nothing, and its `exports` is neither absent nor null, return
  //   PACKAGE_EXPORTS_RESOLVE(PKG, SUBPATH);
  if (checkIs(context, 'PACKAGE_RESOLVE 7.v', pkg?.exports, isPresent, found))
    return packageExportsResolve(context, pkg, subpath, y).url;
  // PACKAGE_RESOLVE 7.vi: if SUBPATH is `.`, return PACKAGE_MAIN_RESOLVE(FOUND, PKG);
  if (checkAbout(context, 'PACKAGE_RESOLVE 7.vi', subpath === '.', subpath))
    return packageMainResolve(context, found, pkg, y);
  // PACKAGE_RESOLVE 7.vii: return the URL of SUBPATH in FOUND.
  note(context, 'PACKAGE_RESOLVE 7.vii', 'done', join(found, subpath));
  return urlIn(found, subpath);
}

/** The URL of a text in a folder. */
function urlIn(folder: string, text: string): URL {
  return new URL(text, pathToFileURL(join(folder, 'package.json')));
}

/** PACKAGE_SELF_RESOLVE: the URL of what the package of the file Y exports, if NAME is its name. */
function packageSelfResolve(context: ResolverContext, { name, subpath, y }: Wanted): URL | undefined {
  // PACKAGE_SELF_RESOLVE 1: Let SCOPE be the result of LOOKUP_PACKAGE_SCOPE(Y, true).
  const scope = lookupPackageScope(context, y, true);
  note(context, 'PACKAGE_SELF_RESOLVE 1', scope ? 'found' : 'missing', scope?.folder);
  // PACKAGE_SELF_RESOLVE 2: (node 24+) If SCOPE is a package with `imports`, do PARSE_MAP(the `imports` of
  //   SCOPE).
  if (scope) parseImports(context, 'PACKAGE_SELF_RESOLVE 2', scope);
  // PACKAGE_SELF_RESOLVE 3: If SCOPE is nothing, or its `exports` is absent or null, return nothing.
  if (checkIs(context, 'PACKAGE_SELF_RESOLVE 3', scope?.exports, isNullish, scope?.folder)) return undefined;
  // PACKAGE_SELF_RESOLVE 4: If the `name` of SCOPE is not NAME, return nothing.
  if (checkAbout(context, 'PACKAGE_SELF_RESOLVE 4', scope.name !== name, scope.name)) return undefined;
  // PACKAGE_SELF_RESOLVE 5: Return PACKAGE_EXPORTS_RESOLVE(SCOPE, SUBPATH).
  noteAbout(context, 'PACKAGE_SELF_RESOLVE 5', 'done', subpath);
  return packageExportsResolve(context, scope, subpath, y).url;
}

/** PACKAGE_MAIN_RESOLVE: the URL of the main or the index of a package, for the file `base`. */
function packageMainResolve(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): URL {
  const url = mainIn(context, found, pkg, base) ?? indexIn(context, found, pkg, base);
  if (url !== undefined) return url;
  // PACKAGE_MAIN_RESOLVE 3: Throw an error with the code `ERR_MODULE_NOT_FOUND`.
  note(context, 'PACKAGE_MAIN_RESOLVE 3', 'thrown', found);
  throw packageNotFound(context, missingMain(context, found, pkg?.main), base);
}

/** What errors say is missing. */
function missingMain(context: ResolverContext, found: string, main: unknown): string {
  switch (context.texts.missingMain) {
    case 'is a folder':
      return join(found, '/');
    case 'is a URL':
      return typeof main === 'string' ? pathOfBytes(urlIn(found, `./${main}`)) : join(found, 'index.js');
    case 'is a path':
      return typeof main === 'string' ? join(found, main) : join(found, 'index.js');
  }
}

function mainIn(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): URL | undefined {
  const main = pkg?.main;
  for (const ending of typeof main === 'string' ? endings : []) {
    // PACKAGE_MAIN_RESOLVE 1: If PKG is not nothing, and its `main` is a string, for each ENDING of the empty
    //   string, `.js`, `.json`, `.node`, `/index.js`, `/index.json` and `/index.node`,
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1', 'done', ending);
    // PACKAGE_MAIN_RESOLVE 1.i: let TEXT be `./`, the `main` of PKG, and ENDING;
    const text = `./${main}${ending}`;
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.i', 'done', text);
    const url = urlOfMain(context, found, text);
    const p = pathOfMain(context, url, text);
    if (p === undefined || !isFileAt(context, 'PACKAGE_MAIN_RESOLVE 1.vii', p)) continue;
    if (ending !== '') warnIfEsModule(context, context.texts.DEP0151, pkg, p, base);
    return url;
  }
  return undefined;
}

const endings = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];

/** A main is a relative URL, or in newer lines a path. */
function urlOfMain(context: ResolverContext, found: string, text: string): URL {
  if (context.behaviours.mainBehindImports === 'is a path') {
    // PACKAGE_MAIN_RESOLVE 1.iii: (node 22+) let URL be the URL of the path TEXT without its `./` applied to
    //   FOUND;
    const p = resolve(found, text.slice('./'.length));
    note(context, 'PACKAGE_MAIN_RESOLVE 1.iii', 'done', p);
    return pathToFileURL(p);
  }
  // PACKAGE_MAIN_RESOLVE 1.ii: (node 12–20) let URL be the URL of TEXT in FOUND;
  noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.ii', 'done', text);
  return urlIn(found, text);
}

function pathOfMain(context: ResolverContext, url: URL, text: string): string | undefined {
  if (context.behaviours.mainBehindImports === 'is a URL of any bytes') {
    // PACKAGE_MAIN_RESOLVE 1.iv: (node 20) let P be the file path of URL, with what is malformed in its
    //   percent-encoding as it is;
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.iv', 'done', text);
    return pathOfBytes(url);
  }
  const p = pathOfUrl(url);
  const isLost = p instanceof Error;
  // PACKAGE_MAIN_RESOLVE 1.v: (node 12) if the file path of URL throws an error, go on with the next ENDING;
  if (
    context.behaviours.mainBehindImports === 'is a URL or ignored' &&
    checkAbout(context, 'PACKAGE_MAIN_RESOLVE 1.v', isLost, text)
  )
    return undefined;
  // PACKAGE_MAIN_RESOLVE 1.vi: (node 12–18, node 22+) let P be the file path of URL;
  noteAbout(context, 'PACKAGE_MAIN_RESOLVE 1.vi', isLost ? 'thrown' : 'done', text);
  if (isLost) throw p;
  return p;
}

/** The file path of a URL whose percent-encoding may be malformed. */
function pathOfBytes(url: URL): string {
  const wellFormed = new URL(url);
  wellFormed.pathname = url.pathname.replace(/%(?![0-9a-f]{2})/gi, '%25');
  if (/%2f/i.test(wellFormed.pathname)) return fileURLToPath(wellFormed);
  const bytes = wellFormed.pathname.replace(/%([0-9a-f]{2})/gi, (_, digits) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function pathOfUrl(url: URL): string | Error {
  try {
    return fileURLToPath(url);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isFileAt(context: ResolverContext, step: string, p: string): boolean {
  // PACKAGE_MAIN_RESOLVE 1.vii: if STAT(P) returns `file`, return URL.
  const isFile = stat(context, p) === 'file';
  note(context, step, isFile ? 'found' : 'missing', p);
  return isFile;
}

function indexIn(
  context: ResolverContext,
  found: string,
  pkg: PackageJson | undefined,
  base: string,
): URL | undefined {
  for (const name of ['index.js', 'index.json', 'index.node']) {
    // PACKAGE_MAIN_RESOLVE 2: For each NAME of `index.js`, `index.json` and `index.node`,
    noteAbout(context, 'PACKAGE_MAIN_RESOLVE 2', 'done', name);
    // PACKAGE_MAIN_RESOLVE 2.i: let P be NAME applied to FOUND;
    const p = join(found, name);
    note(context, 'PACKAGE_MAIN_RESOLVE 2.i', 'done', p);
    // PACKAGE_MAIN_RESOLVE 2.ii: if STAT(P) returns `file`, return the URL of P.
    if (!isFileAt(context, 'PACKAGE_MAIN_RESOLVE 2.ii', p)) continue;
    warnIfEsModule(context, context.texts.DEP0151ForIndex, pkg, p, base);
    return pathToFileURL(p);
  }
  return undefined;
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
