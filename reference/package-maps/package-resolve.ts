// The operations PACKAGE_RESOLVE and PACKAGE_SELF_RESOLVE of spec/01-algorithm/2-package-algorithm.md: the
// package that `import` or a target of `imports` names.

import type { ResolverContext } from '../context/context.ts';
import { isNullish, isPresent } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { check, checkAbout, checkAboutIs, checkIs, note, noteAbout } from '../context/trace.ts';
import { invalidModuleSpecifier, packageNotFound } from '../errors/package-errors.ts';
import { fill } from '../errors/texts.ts';
import { stat } from '../files/stat.ts';
import { parseImports, readPackageJson } from '../packages/package-json.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';
import { isCoreModule } from '../specifiers/core-module-names.ts';
import { packageExportsResolve } from './exports.ts';
import { packageMainResolve } from './package-main-resolve.ts';

/** PACKAGE_RESOLVE: the URL of what X names for the file Y. */
export function packageResolve(context: ResolverContext, x: string, y: string): URL {
  const { coreNameAsTarget, dottedTargets } = context.behaviours;
  // PACKAGE_RESOLVE 1: (node 16+) If IS_CORE_MODULE(X) returns true, return the URL of `node:` and X.
  if (
    coreNameAsTarget === 'names the core module' &&
    checkAbout(context, 'PACKAGE_RESOLVE 1', isCoreModule(context, x), x)
  )
    return new URL(`node:${x}`);
  // PACKAGE_RESOLVE 2: Let NAME be the first segment of X, or its first two with the slash between them if X
  //   begins with `@`.
  const name = nameIn(x);
  noteAbout(context, 'PACKAGE_RESOLVE 2', 'done', name);
  // PACKAGE_RESOLVE 3: If X begins with `@` and has one segment, or if NAME contains `\` or `%`, throw an
  //   error with the code `ERR_INVALID_MODULE_SPECIFIER`.
  if (checkAbout(context, 'PACKAGE_RESOLVE 3', isMalformed(x), x)) throw invalidName(context, x, y);
  const isDotted = name.startsWith('.');
  // PACKAGE_RESOLVE 4: (node 16+) If NAME begins with `.`, throw an error with the code
  //   `ERR_INVALID_MODULE_SPECIFIER`.
  if (dottedTargets === 'are refused' && checkAbout(context, 'PACKAGE_RESOLVE 4', isDotted, x))
    throw invalidName(context, x, y);
  return resolveNamed(context, { x, name, subpath: `.${x.slice(name.length)}`, y });
}

/** Whether PACKAGE_RESOLVE 3 and 4 refuse X. */
export function isRefusedName(x: string): boolean {
  return isMalformed(x) || nameIn(x).startsWith('.');
}

function isMalformed(x: string): boolean {
  return (x.startsWith('@') && !x.includes('/')) || /[%\\]/.test(nameIn(x));
}

function nameIn(x: string): string {
  return x
    .split('/')
    .slice(0, x.startsWith('@') ? 2 : 1)
    .join('/');
}

function invalidName(context: ResolverContext, x: string, y: string): Error {
  return invalidModuleSpecifier(context, x, context.texts.invalidName, y);
}

/** What is looked up, and for which file. */
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
  for (const folder of foldersFrom(context, context.paths.dirname(wanted.y))) {
    const place = packageIn(context, folder, wanted.name);
    if (place !== undefined) return resolveIn(context, wanted, place);
  }
  throw missingPackage(context, wanted);
}

/** The folder of a package, and the URL of its package.json, which keeps empty segments. */
interface Place {
  readonly found: string;
  readonly url: URL;
}

function packageIn(context: ResolverContext, folder: string, name: string): Place | undefined {
  const { paths } = context;
  // PACKAGE_RESOLVE 7: For the folder of Y and each folder above it, the nearest first, as FOLDER,
  note(context, 'PACKAGE_RESOLVE 7', 'done', folder);
  // PACKAGE_RESOLVE 7.i: let FOUND be the folder of the file path of the URL of `node_modules`, NAME and
  //   `package.json`, joined by slashes, in FOLDER;
  const url = new URL(`node_modules/${name}/package.json`, paths.toUrl(paths.join(folder, '/')));
  const found = paths.resolve(paths.toPath(url), '..');
  note(context, 'PACKAGE_RESOLVE 7.i', 'done', found);
  // PACKAGE_RESOLVE 7.ii: if NAME begins with `#` or `?`, let FOUND be `node_modules` applied to FOLDER, let
  //   PKG be nothing, and go to step 7.vii;
  if (checkAbout(context, 'PACKAGE_RESOLVE 7.ii', endsUrl(name), name))
    return { found: paths.join(folder, 'node_modules'), url };
  const isFound = !/[#?]/.test(name) && stat(context, found) === 'folder';
  // PACKAGE_RESOLVE 7.iii: if NAME contains `#` or `?`, or STAT(FOUND) does not return `folder`, go on with
  //   the next FOLDER;
  return check(context, 'PACKAGE_RESOLVE 7.iii', !isFound, found) ? undefined : { found, url };
}

/** Whether nothing of a name is part of the path of a URL. */
function endsUrl(name: string): boolean {
  return /^[#?]/.test(name);
}

/** A folder and those above it, nearest first. */
function foldersFrom(context: ResolverContext, folder: string): string[] {
  const above = context.paths.dirname(folder);
  return [folder, ...(above === folder ? [] : foldersFrom(context, above))];
}

function resolveIn(context: ResolverContext, wanted: Wanted, place: Place): URL {
  if (endsUrl(wanted.name)) return resolveBelow(context, wanted, place, undefined);
  const { found } = place;
  const { x, subpath, y } = wanted;
  const importer = fill(context.texts.packageFrom, { specifier: x, base: y });
  // PACKAGE_RESOLVE 7.iv: let PKG be the result of READ_PACKAGE_JSON(FOUND, true);
  const pkg = readPackageJson(context, found, true, importer);
  note(context, 'PACKAGE_RESOLVE 7.iv', pkg ? 'found' : 'missing', found);
  // PACKAGE_RESOLVE 7.v: (node 24+) if PKG is a package with `imports`, do PARSE_MAP(the `imports` of PKG);
  if (pkg) parseImports(context, 'PACKAGE_RESOLVE 7.v', pkg);
  // PACKAGE_RESOLVE 7.vi: if PKG is not nothing, and its `exports` is neither absent nor null, return
  //   PACKAGE_EXPORTS_RESOLVE(PKG, SUBPATH);
  if (checkIs(context, 'PACKAGE_RESOLVE 7.vi', pkg?.exports, isPresent, found))
    return packageExportsResolve(context, pkg, subpath, y).url;
  return resolveBelow(context, wanted, place, pkg);
}

function resolveBelow(
  context: ResolverContext,
  { subpath, y }: Wanted,
  { found, url }: Place,
  pkg: PackageJson | undefined,
): URL {
  // PACKAGE_RESOLVE 7.vii: if SUBPATH is `.`, return PACKAGE_MAIN_RESOLVE(FOUND, PKG);
  if (checkAbout(context, 'PACKAGE_RESOLVE 7.vii', subpath === '.', subpath))
    return packageMainResolve(context, found, pkg, y);
  // PACKAGE_RESOLVE 7.viii: return the URL of SUBPATH in FOUND.
  note(context, 'PACKAGE_RESOLVE 7.viii', 'done', context.paths.join(found, subpath));
  return new URL(subpath, url);
}

function missingPackage(context: ResolverContext, { x, name, y }: Wanted): Error {
  // PACKAGE_RESOLVE 8: Throw an error with the code `ERR_MODULE_NOT_FOUND`.
  noteAbout(context, 'PACKAGE_RESOLVE 8', 'thrown', x);
  return packageNotFound(context, name, y);
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
