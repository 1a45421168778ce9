// The operations of spec/01-algorithm/2-package-algorithm.md that look a name up in the maps of a package, in the order of the page.

import type { ResolverContext } from './context.ts';
import {
  importNotDefined,
  importWithoutTarget,
  invalidMap,
  invalidModuleSpecifier,
  pathNotExported,
} from './package-errors.ts';
import type { PackageJson } from './package-json.ts';
import { type MapResult, packageImportsExportsResolve } from './package-keys.ts';
import { lookupPackageScope } from './package-scope.ts';
import { checkAbout, noteAbout } from './trace.ts';

/** Where a map leads. */
export interface PackageMatch {
  readonly url: URL;
  readonly pkg: PackageJson;
  /** The key was a folder mapping such as `./lib/`. */
  readonly throughFolder: boolean;
}

/** PACKAGE_EXPORTS_RESOLVE: what a package exports under a subpath. */
export function packageExportsResolve(
  context: ResolverContext,
  pkg: PackageJson,
  subpath: string,
): PackageMatch {
  let exports: unknown = pkg.exports;
  // PACKAGE_EXPORTS_RESOLVE 1
  if (checkAbout(context, 'PACKAGE_EXPORTS_RESOLVE 1', mixesKeys(exports), exports)) {
    throw invalidMap(pkg, 'Some keys of "exports" begin with a dot and some do not');
  }
  // PACKAGE_EXPORTS_RESOLVE 2
  if (checkAbout(context, 'PACKAGE_EXPORTS_RESOLVE 2', isForMainOnly(exports), subpath))
    exports = { '.': exports };
  // PACKAGE_EXPORTS_RESOLVE 3
  noteAbout(context, 'PACKAGE_EXPORTS_RESOLVE 3', 'done', subpath);
  const { url, kind } = packageImportsExportsResolve(context, subpath, exports, pkg, false);
  // PACKAGE_EXPORTS_RESOLVE 4
  if (checkAbout(context, 'PACKAGE_EXPORTS_RESOLVE 4', Boolean(url), url?.href) && url)
    return matchOf(url, kind, pkg);
  // PACKAGE_EXPORTS_RESOLVE 5
  noteAbout(context, 'PACKAGE_EXPORTS_RESOLVE 5', 'thrown', subpath);
  throw pathNotExported(pkg, subpath);
}

function mixesKeys(exports: unknown): boolean {
  return new Set(keysOf(exports).map((key) => key.startsWith('.'))).size > 1;
}

function isForMainOnly(exports: unknown): boolean {
  if (typeof exports === 'string' || Array.isArray(exports)) return true;
  const [key] = keysOf(exports);
  return key !== undefined && !key.startsWith('.');
}

/** The keys of a map; a TypeError for null, which has none. */
function keysOf(map: unknown): string[] {
  return typeof map === 'object' ? Object.getOwnPropertyNames(map) : [];
}

function matchOf(url: URL, kind: MapResult['kind'], pkg: PackageJson): PackageMatch {
  return { url, pkg, throughFolder: kind === 'folder' };
}

/** PACKAGE_IMPORTS_RESOLVE: what the package of the module at Y has for a private name. */
export function packageImportsResolve(context: ResolverContext, x: string, y: string): PackageMatch {
  // PACKAGE_IMPORTS_RESOLVE 1
  if (checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 1', isNoImport(context, x), x)) {
    throw invalidModuleSpecifier(x, 'is not a valid internal imports specifier name');
  }
  // PACKAGE_IMPORTS_RESOLVE 2
  const scope = lookupPackageScope(context, y, context.behaviours.importsScope);
  noteAbout(context, 'PACKAGE_IMPORTS_RESOLVE 2', 'done', scope?.folder);
  // PACKAGE_IMPORTS_RESOLVE 3
  if (checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 3', Boolean(scope?.imports), scope?.folder) && scope) {
    // PACKAGE_IMPORTS_RESOLVE 3.i
    noteAbout(context, 'PACKAGE_IMPORTS_RESOLVE 3.i', 'done', scope.imports);
    const { url, kind } = packageImportsExportsResolve(context, x, scope.imports, scope, true);
    if (url === undefined) refuseMissing(context, kind);
    // PACKAGE_IMPORTS_RESOLVE 3.ii
    if (checkAbout(context, 'PACKAGE_IMPORTS_RESOLVE 3.ii', Boolean(url), url?.href) && url) {
      return matchOf(url, kind, scope);
    }
  }
  // PACKAGE_IMPORTS_RESOLVE 4
  noteAbout(context, 'PACKAGE_IMPORTS_RESOLVE 4', 'thrown', x);
  throw importNotDefined(x, scope);
}

function isNoImport({ behaviours }: ResolverContext, x: string): boolean {
  if (x === '#') return true;
  if (x.startsWith('#/') && behaviours.hashSlashImports === 'are refused') return true;
  return x.endsWith('/') && behaviours.trailingSlashImports === 'are refused';
}

/** Some lines hand the lack of a target on as if it were one. */
function refuseMissing({ behaviours }: ResolverContext, kind: MapResult['kind']): void {
  const { importWithoutTarget: fate } = behaviours;
  if (fate === 'throws ERR_PACKAGE_IMPORT_NOT_DEFINED') return;
  if (fate === 'throws TypeError') throw importWithoutTarget('TypeError');
  if (fate === 'throws ERR_INVALID_ARG_TYPE' || kind !== 'exact')
    throw importWithoutTarget('ERR_INVALID_ARG_TYPE');
}
