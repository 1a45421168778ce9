// The operation PACKAGE_IMPORTS_RESOLVE of spec/01-algorithm/2-package-algorithm.md: what a package has for its subpath imports.

import type { ResolverContext } from '../context/context.ts';
import { isNothing, isPresent } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { checkAbout, checkAboutIs, checkIs, note, noteAbout } from '../context/trace.ts';
import { importNotDefined, importWithoutTarget, invalidModuleSpecifier } from '../errors/package-errors.ts';
import { importsOf } from '../packages/package-json.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';
import { type MapResult, type PackageMatch, packageImportsExportsResolve } from './keys.ts';

/** PACKAGE_IMPORTS_RESOLVE: what the package of the file Y has for a subpath import. */
export function packageImportsResolve(context: ResolverContext, x: string, y: string): PackageMatch {
  const { hashSlashImports, trailingSlashImports } = context.behaviours;
  // PACKAGE_IMPORTS_RESOLVE 1: If X is `#`, throw an error with the code `ERR_INVALID_MODULE_SPECIFIER`.
  if (checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 1', x === '#', x)) throw invalidImport(context, x, y);
  const refusesHashSlash = hashSlashImports === 'are refused';
  // PACKAGE_IMPORTS_RESOLVE 2: (node 12–22) If X begins with `#/`, throw an error with the code
  //   `ERR_INVALID_MODULE_SPECIFIER`.
  if (refusesHashSlash && checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 2', x.startsWith('#/'), x))
    throw invalidImport(context, x, y);
  const refusesSlash = trailingSlashImports === 'are refused';
  // PACKAGE_IMPORTS_RESOLVE 3: (node 18+) If X ends in `/`, throw an error with the code
  //   `ERR_INVALID_MODULE_SPECIFIER`.
  if (refusesSlash && checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 3', x.endsWith('/'), x))
    throw invalidImport(context, x, y);
  // PACKAGE_IMPORTS_RESOLVE 4: Let SCOPE be the result of LOOKUP_PACKAGE_SCOPE(Y, true).
  const scope = lookupPackageScope(context, y, true);
  note(context, 'PACKAGE_IMPORTS_RESOLVE 4', 'done', scope?.folder);
  // PACKAGE_IMPORTS_RESOLVE 5: If SCOPE is nothing, throw an error with the code
  //   `ERR_PACKAGE_IMPORT_NOT_DEFINED`.
  if (checkIs(context, 'PACKAGE_IMPORTS_RESOLVE 5', scope, isNothing))
    throw importNotDefined(context, x, scope, y);
  return resolveInScope(context, x, scope, y);
}

function invalidImport(context: ResolverContext, x: string, y: string): Error {
  return invalidModuleSpecifier(context, x, context.texts.invalidImport, y);
}

function resolveInScope(context: ResolverContext, x: string, scope: PackageJson, y: string): PackageMatch {
  // PACKAGE_IMPORTS_RESOLVE 6: Let URL be the result of PACKAGE_IMPORTS_EXPORTS_RESOLVE(X, the `imports` of
  //   SCOPE, SCOPE, true).
  const imports = importsOf(context, scope);
  noteAbout(context, 'PACKAGE_IMPORTS_RESOLVE 6', 'done', imports);
  const found = packageImportsExportsResolve(context, x, imports, scope, true, y);
  refuseUndefined(context, x, found);
  return takeUrl(context, x, scope, y, found);
}

/** Some lines take the lack of a target for a URL. */
function refuseUndefined(context: ResolverContext, x: string, { url, key }: MapResult): void {
  const isLost = url === undefined;
  switch (context.behaviours.importWithoutTarget) {
    case 'throws TypeError':
      // PACKAGE_IMPORTS_RESOLVE 7: (node 12) If URL is undefined, throw a `TypeError`.
      if (checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 7', isLost, x)) throw lostTarget(context);
      return;
    case 'throws ERR_INVALID_ARG_TYPE':
      // PACKAGE_IMPORTS_RESOLVE 8: (node 14) If URL is undefined, throw an error with the code
      //   `ERR_INVALID_ARG_TYPE`, or a `TypeError` where the way is `import`.
      if (checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 8', isLost, x)) throw lostTarget(context);
      return;
    case 'throws ERR_INVALID_ARG_TYPE for patterns':
      // PACKAGE_IMPORTS_RESOLVE 9: (node 16) If URL is undefined, and was found by a KEY, throw an error with
      //   the code `ERR_INVALID_ARG_TYPE`, or a `TypeError` where the way is `import`.
      if (checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 9', isLost && key !== undefined, x))
        throw lostTarget(context);
      return;
    case 'throws ERR_PACKAGE_IMPORT_NOT_DEFINED':
      return;
  }
}

function lostTarget(context: ResolverContext): Error {
  const { importWithoutTarget: fate } = context.behaviours;
  const isPlain = context.way === 'import' || fate === 'throws TypeError';
  return importWithoutTarget(context, context.way, isPlain ? 'TypeError' : 'ERR_INVALID_ARG_TYPE');
}

function takeUrl(
  context: ResolverContext,
  x: string,
  scope: PackageJson,
  y: string,
  { url, key }: MapResult,
): PackageMatch {
  // PACKAGE_IMPORTS_RESOLVE 10: If URL is neither null nor undefined, return URL.
  if (checkAboutIs(context, 'PACKAGE_IMPORTS_RESOLVE 10', url, isPresent, url?.href))
    return { url, pkg: scope, key };
  // PACKAGE_IMPORTS_RESOLVE 11: Throw an error with the code `ERR_PACKAGE_IMPORT_NOT_DEFINED`.
  noteAbout(context, 'PACKAGE_IMPORTS_RESOLVE 11', 'thrown', x);
  throw importNotDefined(context, x, scope, y);
}
