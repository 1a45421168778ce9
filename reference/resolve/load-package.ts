// The operations of spec/01-algorithm/2-package-algorithm.md that go from a specifier to the maps of a package, in the order of
// the page.

import type { ResolverContext } from '../context/context.ts';
import { isNothing, isNullish, isPresent } from '../context/kinds.ts';
import { check, checkAbout, checkAboutIs, checkIs, note, noteAbout } from '../context/trace.ts';
import {
  invalidModuleSpecifier,
  nullExports,
  targetNotFound,
  targetPackageNotFound,
} from '../errors/package-errors.ts';
import { fill } from '../errors/texts.ts';
import { tryFile } from '../files/file-at.ts';
import { type Asked, loadAsDirectory } from '../files/load-as-directory.ts';
import { loadAsFile } from '../files/load-as-file.ts';
import { packageExportsResolve } from '../package-maps/exports.ts';
import { checkFolderMapping } from '../package-maps/folder-mapping.ts';
import { packageImportsResolve } from '../package-maps/imports.ts';
import type { PackageMatch } from '../package-maps/keys.ts';
import { importsOf, parseImports, pathOfReader, readPackageJson } from '../packages/package-json.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';
import { packageName } from '../specifiers/package-name.ts';

/** How a package was found: by a bare specifier, by its own name from inside, or by a subpath import. */
type PackageWay = 'specifier' | 'self' | 'imports';

/** What was asked, how, and by which file where errors say so. */
interface Asking {
  readonly specifier: string;
  readonly way: PackageWay;
  readonly base: string | undefined;
}

/** LOAD_PACKAGE_IMPORTS: the file that the package of the file Y has for the subpath import X. */
export function loadPackageImports(context: ResolverContext, x: string, y: string): string | undefined {
  // LOAD_PACKAGE_IMPORTS 1: Let SCOPE be the result of LOOKUP_PACKAGE_SCOPE(Y, false).
  const scope = lookupPackageScope(context, y);
  note(context, 'LOAD_PACKAGE_IMPORTS 1', scope ? 'found' : 'missing', scope?.folder);
  // LOAD_PACKAGE_IMPORTS 2: (node 24+) If SCOPE is a package with `imports`, let its `imports` be
  //   PARSE_MAP(the `imports` of SCOPE).
  if (scope) parseImports(context, 'LOAD_PACKAGE_IMPORTS 2', scope);
  const imports = scope && importsOf(context, scope);
  // LOAD_PACKAGE_IMPORTS 3: If SCOPE is nothing, or its `imports` is absent or null, return nothing.
  if (check(context, 'LOAD_PACKAGE_IMPORTS 3', !isPresent(imports))) return undefined;
  const match = matchOfImports(context, x, y);
  return fileOfImport(context, x, y, match);
}

function matchOfImports(context: ResolverContext, x: string, y: string): PackageMatch {
  try {
    const match = packageImportsResolve(context, x, y);
    // LOAD_PACKAGE_IMPORTS 4: Let MATCH be the result of PACKAGE_IMPORTS_RESOLVE(X, Y). If it throws an error
    //   with the code `ERR_MODULE_NOT_FOUND`, throw an error with the code `MODULE_NOT_FOUND` instead.
    noteAbout(context, 'LOAD_PACKAGE_IMPORTS 4', 'done', match.url.href);
    return match;
  } catch (error) {
    if (Object(error).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    noteAbout(context, 'LOAD_PACKAGE_IMPORTS 4', 'thrown', x);
    throw targetPackageNotFound(context, x);
  }
}

function fileOfImport(context: ResolverContext, x: string, y: string, match: PackageMatch): string {
  // LOAD_PACKAGE_IMPORTS 5: Return RESOLVE_ESM_MATCH(MATCH).
  note(context, 'LOAD_PACKAGE_IMPORTS 5', 'done');
  return resolveEsmMatch(context, match, { specifier: x, way: 'imports', base: y });
}

/** LOAD_PACKAGE_SELF: the file that the package of the file Y exports under X, its own name. */
export function loadPackageSelf(context: ResolverContext, x: string, y: string): string | undefined {
  // LOAD_PACKAGE_SELF 1: Let SCOPE be the result of LOOKUP_PACKAGE_SCOPE(Y, false).
  const scope = lookupPackageScope(context, y);
  note(context, 'LOAD_PACKAGE_SELF 1', scope ? 'found' : 'missing', scope?.folder);
  // LOAD_PACKAGE_SELF 2: If SCOPE is nothing, or its `exports` is absent, return nothing.
  if (checkIs(context, 'LOAD_PACKAGE_SELF 2', scope?.exports, isNothing, scope?.folder)) return undefined;
  const isNull = scope.exports === null;
  const refusesNull = context.behaviours.nullExportsOfSelf === 'throws TypeError';
  // LOAD_PACKAGE_SELF 3: (node 18+) If the `exports` of SCOPE is null, return nothing.
  if (!refusesNull && check(context, 'LOAD_PACKAGE_SELF 3', isNull, scope.folder)) return undefined;
  const isOwn = scope.name !== undefined && (x === scope.name || x.startsWith(`${scope.name}/`));
  // LOAD_PACKAGE_SELF 4: If the `name` of SCOPE is not a string, or X is neither that name nor begins with
  //   that name and a slash, return nothing.
  if (checkAbout(context, 'LOAD_PACKAGE_SELF 4', !isOwn, scope.name)) return undefined;
  // LOAD_PACKAGE_SELF 5: (node 12–16) If the `exports` of SCOPE is null, throw a `TypeError`.
  if (refusesNull && check(context, 'LOAD_PACKAGE_SELF 5', isNull, scope.folder)) throw nullExports(context);
  // LOAD_PACKAGE_SELF 6: Let SUBPATH be `.` and what follows the name in X.
  const subpath = `.${x.slice(scope.name?.length)}`;
  noteAbout(context, 'LOAD_PACKAGE_SELF 6', 'done', subpath);
  // LOAD_PACKAGE_SELF 7: Let MATCH be the result of PACKAGE_EXPORTS_RESOLVE(SCOPE, SUBPATH).
  const match = packageExportsResolve(context, scope, subpath, y);
  noteAbout(context, 'LOAD_PACKAGE_SELF 7', 'done', match.url.href);
  // LOAD_PACKAGE_SELF 8: Return RESOLVE_ESM_MATCH(MATCH).
  note(context, 'LOAD_PACKAGE_SELF 8', 'done');
  return resolveEsmMatch(context, match, { specifier: x, way: 'self', base: y });
}

/** LOAD_PACKAGE_EXPORTS: the file that the package in DIR exports under X. */
export function loadPackageExports(context: ResolverContext, x: string, dir: string): string | undefined {
  // LOAD_PACKAGE_EXPORTS 1: Let NAME be the result of PACKAGE_NAME(X).
  const name = packageName(context, x);
  noteAbout(context, 'LOAD_PACKAGE_EXPORTS 1', 'done', name);
  // LOAD_PACKAGE_EXPORTS 2: If NAME is nothing, return nothing.
  if (checkAboutIs(context, 'LOAD_PACKAGE_EXPORTS 2', name, isNothing, x)) return undefined;
  const folder = context.paths.resolve(dir, name);
  // LOAD_PACKAGE_EXPORTS 3: Let FILE be `package.json` applied to NAME applied to DIR, and let PKG be the
  //   result of READ_PACKAGE_JSON(FILE, false).
  const file = context.paths.resolve(folder, 'package.json');
  const pkg = readPackageJson(context, file, false);
  note(context, 'LOAD_PACKAGE_EXPORTS 3', pkg ? 'found' : 'missing', file);
  // LOAD_PACKAGE_EXPORTS 4: (node 24+) If PKG is a package with `imports`, do PARSE_MAP(the `imports` of
  //   PKG).
  if (pkg) parseImports(context, 'LOAD_PACKAGE_EXPORTS 4', pkg);
  // LOAD_PACKAGE_EXPORTS 5: If PKG is nothing, or its `exports` is absent or null, return nothing.
  if (checkIs(context, 'LOAD_PACKAGE_EXPORTS 5', pkg?.exports, isNullish, folder)) return undefined;
  // LOAD_PACKAGE_EXPORTS 6: Let SUBPATH be `.` and what follows NAME in X.
  const subpath = `.${x.slice(name.length)}`;
  noteAbout(context, 'LOAD_PACKAGE_EXPORTS 6', 'done', subpath);
  // LOAD_PACKAGE_EXPORTS 7: Let MATCH be the result of PACKAGE_EXPORTS_RESOLVE(PKG, SUBPATH).
  const match = packageExportsResolve(context, pkg, subpath, undefined);
  noteAbout(context, 'LOAD_PACKAGE_EXPORTS 7', 'done', match.url.href);
  // LOAD_PACKAGE_EXPORTS 8: Return RESOLVE_ESM_MATCH(MATCH).
  note(context, 'LOAD_PACKAGE_EXPORTS 8', 'done');
  return resolveEsmMatch(context, match, { specifier: x, way: 'specifier', base: undefined });
}

/** RESOLVE_ESM_MATCH: the file of a URL from a map. */
function resolveEsmMatch(context: ResolverContext, match: PackageMatch, asking: Asking): string {
  const { specifier, way } = asking;
  const { href, protocol } = match.url;
  // RESOLVE_ESM_MATCH 1: If MATCH contains `%2F` or `%5C`, in upper or lower case, throw an error with the
  //   code `ERR_INVALID_MODULE_SPECIFIER`.
  if (checkAbout(context, 'RESOLVE_ESM_MATCH 1', /%2F|%5C/i.test(href), href))
    throw encodedSlash(context, href, asking);
  // RESOLVE_ESM_MATCH 2: If MATCH is not a `file:` URL, throw an error with the code
  //   `ERR_INVALID_URL_SCHEME`.
  noteAbout(context, 'RESOLVE_ESM_MATCH 2', protocol === 'file:' ? 'fails' : 'thrown', href);
  // RESOLVE_ESM_MATCH 3: Let P be the file path of MATCH.
  const p = context.paths.toPath(match.url);
  note(context, 'RESOLVE_ESM_MATCH 3', 'done', p);
  // RESOLVE_ESM_MATCH 4: (node 12–16) If MATCH was found by a folder mapping,
  if (checkFolderMapping(context, 'RESOLVE_ESM_MATCH 4', match.key)) {
    const inFolder = searchLikePath(context, p, { specifier, question: undefined });
    if (inFolder !== undefined) return inFolder;
  }
  return findTarget(context, match, p, way);
}

function encodedSlash(context: ResolverContext, href: string, { specifier, way, base }: Asking): Error {
  const { encodedSlash, encodedSlashImporter } = context.texts;
  const importer = way === 'imports' ? fill(encodedSlashImporter, { specifier, base: base ?? '' }) : base;
  return invalidModuleSpecifier(context, href, encodedSlash, importer);
}

/** What a folder mapping gives is searched for like a path. */
function searchLikePath(context: ResolverContext, p: string, asked: Asked): string | undefined {
  // RESOLVE_ESM_MATCH 4.i: if LOAD_AS_FILE(P) returns a file, return it;
  note(context, 'RESOLVE_ESM_MATCH 4.i', 'done', p);
  const file = loadAsFile(context, p);
  if (file !== undefined) return file;
  // RESOLVE_ESM_MATCH 4.ii: if LOAD_AS_DIRECTORY(P) returns a file, return it.
  note(context, 'RESOLVE_ESM_MATCH 4.ii', 'done', p);
  return loadAsDirectory(context, context.paths.resolve(p), asked);
}

function findTarget(context: ResolverContext, { pkg }: PackageMatch, p: string, way: PackageWay): string {
  // RESOLVE_ESM_MATCH 5: If FILE_AT(P) returns a file, return it.
  const file = tryFile(context, 'RESOLVE_ESM_MATCH 5', p);
  if (file !== undefined) return file;
  // RESOLVE_ESM_MATCH 6: Throw an error with the code `MODULE_NOT_FOUND`.
  note(context, 'RESOLVE_ESM_MATCH 6', 'thrown', p);
  const ways: readonly string[] = context.behaviours.missingTargetNamesFolder;
  const folder = way === 'specifier' ? pkg.folder : pathOfReader(context, pkg.folder);
  throw targetNotFound(context, p, { folder }, ways.includes(way));
}
