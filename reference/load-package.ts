// The operations of spec/01-algorithm/2-package-algorithm.md that lead from a specifier to the maps of a package, in the order of
// the page. Above each line stands the label of its step.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAsDirectory, loadAsFile, type Referrer } from './algorithm.ts';
import type { Candidate } from './candidate.ts';
import type { ResolverContext } from './context.ts';
import { invalidModuleSpecifier, targetNotFound } from './package-errors.ts';
import type { PackageJson } from './package-json.ts';
import { type PackageMatch, packageExportsResolve, packageImportsResolve } from './package-maps.ts';
import { splitSpecifier } from './package-name.ts';
import { lookupPackageScope } from './package-scope.ts';
import { probeFile } from './probe.ts';
import { check, checkAbout, note, noteAbout } from './trace.ts';

/** How a package was found: by a bare specifier, by its own name from inside, or by a subpath import. */
type PackageWay = 'specifier' | 'self' | 'imports';

/** REQUIRE_PACKAGE: what the referrer's own package has for X. */
export function requirePackage(context: ResolverContext, x: string, y: Referrer): string | undefined {
  if (y.filename === undefined) return undefined;
  // REQUIRE_PACKAGE 1
  if (checkAbout(context, 'REQUIRE_PACKAGE 1', x.startsWith('#'), x)) {
    // REQUIRE_PACKAGE 1.i
    noteAbout(context, 'REQUIRE_PACKAGE 1.i', 'done', x);
    const found = loadPackageImports(context, x, y.filename);
    if (found !== undefined) return found;
  }
  // REQUIRE_PACKAGE 2
  noteAbout(context, 'REQUIRE_PACKAGE 2', 'done', x);
  return loadPackageSelf(context, x, y.filename);
}

/** LOAD_PACKAGE_IMPORTS: the file that the package of the module at Y has for the private name X. */
function loadPackageImports(context: ResolverContext, x: string, y: string): string | undefined {
  // LOAD_PACKAGE_IMPORTS 1
  const scope = lookupPackageScope(context, y);
  note(context, 'LOAD_PACKAGE_IMPORTS 1', scope ? 'found' : 'missing', scope?.folder);
  // LOAD_PACKAGE_IMPORTS 2
  if (check(context, 'LOAD_PACKAGE_IMPORTS 2', (scope?.imports ?? undefined) === undefined)) return undefined;
  // LOAD_PACKAGE_IMPORTS 3
  const match = packageImportsResolve(context, x, y);
  noteAbout(context, 'LOAD_PACKAGE_IMPORTS 3', 'done', match.url.href);
  // LOAD_PACKAGE_IMPORTS 4
  note(context, 'LOAD_PACKAGE_IMPORTS 4', 'done');
  return resolveEsmMatch(context, match, x, 'imports');
}

/** LOAD_PACKAGE_SELF: the file that the package of the module at Y exports under X, its own name. */
function loadPackageSelf(context: ResolverContext, x: string, y: string): string | undefined {
  // LOAD_PACKAGE_SELF 1
  const scope = lookupPackageScope(context, y);
  note(context, 'LOAD_PACKAGE_SELF 1', scope ? 'found' : 'missing', scope?.folder);
  // LOAD_PACKAGE_SELF 2
  if (check(context, 'LOAD_PACKAGE_SELF 2', !hasExports(context, scope)) || scope === undefined)
    return undefined;
  // LOAD_PACKAGE_SELF 3
  const isOwn = scope.name !== undefined && (x === scope.name || x.startsWith(`${scope.name}/`));
  if (checkAbout(context, 'LOAD_PACKAGE_SELF 3', !isOwn, scope.name)) return undefined;
  // LOAD_PACKAGE_SELF 4
  const match = packageExportsResolve(context, scope, `.${x.slice(scope.name?.length)}`);
  noteAbout(context, 'LOAD_PACKAGE_SELF 4', 'done', match.url.href);
  // LOAD_PACKAGE_SELF 5
  note(context, 'LOAD_PACKAGE_SELF 5', 'done');
  return resolveEsmMatch(context, match, x, 'self');
}

function hasExports(context: ResolverContext, scope: PackageJson | undefined): boolean {
  const asksForNull = context.behaviours.nullExportsOfSelf === 'throws TypeError';
  return asksForNull ? scope?.exports !== undefined : (scope?.exports ?? undefined) !== undefined;
}

/** LOAD_PACKAGE_EXPORTS: the file that the package in DIR exports under X. */
export function loadPackageExports(context: ResolverContext, x: string, dir: string): string | undefined {
  // LOAD_PACKAGE_EXPORTS 1
  const split = splitSpecifier(x);
  if (checkAbout(context, 'LOAD_PACKAGE_EXPORTS 1', split === undefined, x) || !split) return undefined;
  // LOAD_PACKAGE_EXPORTS 2
  const folder = join(dir, split.name);
  const pkg = context.packages.read(folder);
  const hasNone = (pkg?.exports ?? undefined) === undefined;
  if (check(context, 'LOAD_PACKAGE_EXPORTS 2', hasNone, join(folder, 'package.json')) || !pkg)
    return undefined;
  // LOAD_PACKAGE_EXPORTS 3
  const match = packageExportsResolve(context, pkg, split.subpath);
  noteAbout(context, 'LOAD_PACKAGE_EXPORTS 3', 'done', match.url.href);
  // LOAD_PACKAGE_EXPORTS 4
  note(context, 'LOAD_PACKAGE_EXPORTS 4', 'done');
  return resolveEsmMatch(context, match, x, 'specifier');
}

/** RESOLVE_ESM_MATCH: the file that a URL from a map names; no extension or index is tried. */
function resolveEsmMatch(
  context: ResolverContext,
  match: PackageMatch,
  specifier: string,
  way: PackageWay,
): string {
  // RESOLVE_ESM_MATCH 1
  if (checkAbout(context, 'RESOLVE_ESM_MATCH 1', /%2F|%5C/i.test(match.url.href), match.url.href)) {
    throw invalidModuleSpecifier(match.url.href, 'must not include encoded "/" or "\\" characters');
  }
  // RESOLVE_ESM_MATCH 2
  noteAbout(
    context,
    'RESOLVE_ESM_MATCH 2',
    match.url.protocol === 'file:' ? 'done' : 'thrown',
    match.url.href,
  );
  const path = fileURLToPath(match.url);
  // RESOLVE_ESM_MATCH 3
  const file = match.throughFolder
    ? searchLikePath(context, path, specifier)
    : probeFile(context, 'RESOLVE_ESM_MATCH 3', path);
  if (file !== undefined) return file;
  // RESOLVE_ESM_MATCH 4
  note(context, 'RESOLVE_ESM_MATCH 4', 'thrown', path);
  const ways: readonly string[] = context.behaviours.missingTargetNamesFolder;
  throw targetNotFound(path, match.pkg, ways.includes(way));
}

/** Folder mappings, while there were any, searched for extensions and an index. */
function searchLikePath(context: ResolverContext, path: string, specifier: string): string | undefined {
  const candidate: Candidate = { path, namesFolder: false, isMain: false, specifier, question: undefined };
  return loadAsFile(context, candidate) ?? loadAsDirectory(context, candidate);
}
