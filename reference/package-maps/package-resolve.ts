// The operations PACKAGE_RESOLVE and PACKAGE_SELF_RESOLVE of spec/01-algorithm/2-package-algorithm.md: the
// package that `import` or a target of `imports` names.

import type { ResolverContext } from '../context/context.ts';
import { isNullish, isPresent } from '../context/kinds.ts';
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
  return resolveIn(context, wanted, findPackage(context, wanted));
}

/** The package with a name. */
interface Place {
  /** Its package.json, which need not exist. */
  readonly p: string;
  readonly url: URL;
}

/** Node looks by URLs. With a name that is not plain, it looks in other folders than `require`. */
function findPackage(context: ResolverContext, { x, name, y }: Wanted): Place {
  const { paths } = context;
  // PACKAGE_RESOLVE 7: Let URL be the URL of `node_modules`, NAME and `package.json`, joined by slashes, in
  //   the folder of Y.
  let url = new URL(`node_modules/${name}/package.json`, paths.toUrl(y));
  noteAbout(context, 'PACKAGE_RESOLVE 7', 'done', url.href);
  for (;;) {
    const p = paths.toPath(url);
    // PACKAGE_RESOLVE 8: Let P be the file path of URL, and let FOUND be P without its last 13 characters.
    const found = p.slice(0, -13);
    note(context, 'PACKAGE_RESOLVE 8', 'done', found);
    // PACKAGE_RESOLVE 9: If STAT(FOUND) does not return `folder`,
    if (!check(context, 'PACKAGE_RESOLVE 9', stat(context, found) !== 'folder', found)) return { p, url };
    // PACKAGE_RESOLVE 9.i: let UP be `../../..`, or `../../../..` if X begins with `@`;
    const up = x.startsWith('@') ? '../../../..' : '../../..';
    noteAbout(context, 'PACKAGE_RESOLVE 9.i', 'done', up);
    // PACKAGE_RESOLVE 9.ii: let URL be the URL of UP, `node_modules`, NAME and `package.json`, joined by
    //   slashes, in the folder of URL;
    url = new URL(`${up}/node_modules/${name}/package.json`, url);
    noteAbout(context, 'PACKAGE_RESOLVE 9.ii', 'done', url.href);
    const isLast = paths.toPath(url).length === p.length;
    // PACKAGE_RESOLVE 9.iii: if the file path of URL is as long as P, throw an error with the code
    //   `ERR_MODULE_NOT_FOUND`;
    if (checkAbout(context, 'PACKAGE_RESOLVE 9.iii', isLast, x)) throw packageNotFound(context, name, y);
    // PACKAGE_RESOLVE 9.iv: go to step 8.
    note(context, 'PACKAGE_RESOLVE 9.iv', 'done');
  }
}

function resolveIn(context: ResolverContext, { x, subpath, y }: Wanted, { p, url }: Place): URL {
  const importer = fill(context.texts.packageFrom, { specifier: x, base: y });
  // PACKAGE_RESOLVE 10: Let PKG be the result of READ_PACKAGE_JSON(P, true).
  const pkg = readPackageJson(context, p, true, importer);
  note(context, 'PACKAGE_RESOLVE 10', pkg ? 'found' : 'missing', p);
  // PACKAGE_RESOLVE 11: (node 24+) If PKG is a package with `imports`, do PARSE_MAP(the `imports` of PKG).
  if (pkg) parseImports(context, 'PACKAGE_RESOLVE 11', pkg);
  // PACKAGE_RESOLVE 12: If PKG is not nothing, and its `exports` is neither absent nor null, return
  //   PACKAGE_EXPORTS_RESOLVE(PKG, SUBPATH).
  if (checkIs(context, 'PACKAGE_RESOLVE 12', pkg?.exports, isPresent, p))
    return packageExportsResolve(context, pkg, subpath, y).url;
  const folder = new URL('.', url);
  // PACKAGE_RESOLVE 13: If SUBPATH is `.`, return PACKAGE_MAIN_RESOLVE(the file path of the folder of URL,
  //   PKG).
  if (checkAbout(context, 'PACKAGE_RESOLVE 13', subpath === '.', subpath))
    return packageMainResolve(context, context.paths.toPath(folder), pkg, y);
  // PACKAGE_RESOLVE 14: Return the URL of SUBPATH in the folder of URL.
  noteAbout(context, 'PACKAGE_RESOLVE 14', 'done', subpath);
  return new URL(subpath, folder);
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
