// The operation PACKAGE_EXPORTS_RESOLVE of spec/01-algorithm/2-package-algorithm.md: what a package exports.

import type { ResolverContext } from '../context/context.ts';
import { isPresent } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { checkAbout, checkAboutIs, noteAbout } from '../context/trace.ts';
import { invalidMap, pathNotExported } from '../errors/package-errors.ts';
import { keysOf, type PackageMatch, packageImportsExportsResolve } from './keys.ts';

/** PACKAGE_EXPORTS_RESOLVE: what a package exports under a subpath. Errors say that `base` asks for it. */
export function packageExportsResolve(
  context: ResolverContext,
  pkg: PackageJson,
  subpath: string,
  base: string | undefined,
): PackageMatch {
  // PACKAGE_EXPORTS_RESOLVE 1: Let MAP be the `exports` of PACKAGE.
  let map: unknown = pkg.exports;
  noteAbout(context, 'PACKAGE_EXPORTS_RESOLVE 1', 'done', map);
  // PACKAGE_EXPORTS_RESOLVE 2: If MAP is an object, and some of its keys begin with `.` and some do not,
  //   throw an error with the code `ERR_INVALID_PACKAGE_CONFIG`.
  if (checkAbout(context, 'PACKAGE_EXPORTS_RESOLVE 2', mixesKeys(map), map))
    throw invalidMap(context, pkg, context.texts.mixedKeys, base);
  // PACKAGE_EXPORTS_RESOLVE 3: If MAP is a string, an array, or an object with a key that does not begin with
  //   `.`, let MAP be an object in which MAP is the target of the only key `.`.
  if (checkAbout(context, 'PACKAGE_EXPORTS_RESOLVE 3', isForMainOnly(map), subpath)) map = { '.': map };
  // PACKAGE_EXPORTS_RESOLVE 4: Let URL be the result of PACKAGE_IMPORTS_EXPORTS_RESOLVE(SUBPATH, MAP,
  //   PACKAGE, false).
  noteAbout(context, 'PACKAGE_EXPORTS_RESOLVE 4', 'done', subpath);
  const { url, key } = packageImportsExportsResolve(context, subpath, map, pkg, false, base);
  // PACKAGE_EXPORTS_RESOLVE 5: If URL is neither null nor undefined, return URL.
  if (checkAboutIs(context, 'PACKAGE_EXPORTS_RESOLVE 5', url, isPresent, url?.href)) return { url, pkg, key };
  // PACKAGE_EXPORTS_RESOLVE 6: Throw an error with the code `ERR_PACKAGE_PATH_NOT_EXPORTED`.
  noteAbout(context, 'PACKAGE_EXPORTS_RESOLVE 6', 'thrown', subpath);
  throw pathNotExported(context, pkg, subpath, base);
}

function mixesKeys(exports: unknown): boolean {
  return new Set(keysOf(exports).map((key) => key.startsWith('.'))).size > 1;
}

function isForMainOnly(exports: unknown): boolean {
  if (typeof exports === 'string' || Array.isArray(exports)) return true;
  const [key] = keysOf(exports);
  return key !== undefined && !key.startsWith('.');
}
