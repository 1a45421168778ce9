// The operation LOOKUP_PACKAGE_SCOPE of spec/01-algorithm/2-package-algorithm.md: the package to which a file belongs.

import type { ResolverContext } from '../context/context.ts';
import { isNothing } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { check, checkIs, note } from '../context/trace.ts';
import { fill } from '../errors/texts.ts';
import { readPackageJson } from './package-json.ts';

/** A search for the package of a file. */
interface Search {
  readonly strict: boolean;
  /** The entry of a program asks for its own package. */
  readonly isEntry: boolean;
  /** What errors say of who asks. */
  readonly importer: string | undefined;
}

/**
 * LOOKUP_PACKAGE_SCOPE: the package of the nearest package.json above a file. Throws when that one is refused. It is strict
 * where ES modules or subpath imports ask.
 */
export function lookupPackageScope(
  context: ResolverContext,
  y: string,
  strict = false,
  isEntry = false,
): PackageJson | undefined {
  const scope = strict ? folderOf(context, y) : folderOfUsual(context, y);
  // LOOKUP_PACKAGE_SCOPE 1: If Y contains no separator, return nothing.
  if (checkIs(context, 'LOOKUP_PACKAGE_SCOPE 1', scope, isNothing, y)) return undefined;
  // LOOKUP_PACKAGE_SCOPE 2: Let SCOPE be the folder of Y.
  note(context, 'LOOKUP_PACKAGE_SCOPE 2', 'done', scope);
  const importer = strict ? importerOf(context, y) : undefined;
  return searchFrom(context, scope, { strict, isEntry, importer });
}

function searchFrom(context: ResolverContext, scope: string, search: Search): PackageJson | undefined {
  const name = context.paths.basename(scope);
  // LOOKUP_PACKAGE_SCOPE 3: If the name of SCOPE is `node_modules`, return nothing.
  if (check(context, 'LOOKUP_PACKAGE_SCOPE 3', name === 'node_modules', scope)) return undefined;
  const { strictScope } = context.behaviours;
  const endsEarly = search.strict && name.endsWith('node_modules');
  // LOOKUP_PACKAGE_SCOPE 4: (node 12–20) If STRICT is true, and the name of SCOPE ends in `node_modules`,
  //   return nothing.
  if (strictScope !== 'ends at node_modules' && check(context, 'LOOKUP_PACKAGE_SCOPE 4', endsEarly, scope))
    return undefined;
  return packageIn(context, scope, search) ?? searchAbove(context, scope, search);
}

/** Whether a package.json that is refused lets those above it be read, which may be refused, too. */
function goesOn({ behaviours, trace }: ResolverContext, { strict, isEntry }: Search, file: string): boolean {
  switch (behaviours.refusedScope) {
    case 'is the last':
      return false;
    case 'is the last unless it is strict':
      // LOOKUP_PACKAGE_SCOPE 5: (node 22) If STRICT is true, and READ_PACKAGE_JSON(`package.json` applied to
      //   SCOPE, STRICT) throws an error E, do LOOKUP_PACKAGE_SCOPE(SCOPE, STRICT), and throw E unless that
      //   throws.
      return check({ trace }, 'LOOKUP_PACKAGE_SCOPE 5', strict || isEntry, file);
    case 'is not the last':
      // LOOKUP_PACKAGE_SCOPE 6: (node 24+) If READ_PACKAGE_JSON(`package.json` applied to SCOPE, STRICT)
      //   throws an error E, do LOOKUP_PACKAGE_SCOPE(SCOPE, STRICT), and throw E unless that throws.
      return check({ trace }, 'LOOKUP_PACKAGE_SCOPE 6', true, file);
  }
}

function packageIn(context: ResolverContext, scope: string, search: Search): PackageJson | undefined {
  const file = packageFileIn(context, scope);
  try {
    const found = readPackageJson(context, file, search.strict, search.importer);
    // LOOKUP_PACKAGE_SCOPE 7: If READ_PACKAGE_JSON(`package.json` applied to SCOPE, STRICT) returns an
    //   object, return the package SCOPE.
    note(context, 'LOOKUP_PACKAGE_SCOPE 7', found ? 'found' : 'missing', file);
    return found;
  } catch (error) {
    if (goesOn(context, search, file)) searchAbove(context, scope, search);
    throw error;
  }
}

function searchAbove(context: ResolverContext, scope: string, search: Search): PackageJson | undefined {
  const above = folderOf(context, scope);
  const outer = above === scope ? undefined : above;
  // LOOKUP_PACKAGE_SCOPE 8: If SCOPE is the root, or contains no separator, return nothing.
  if (checkIs(context, 'LOOKUP_PACKAGE_SCOPE 8', outer, isNothing, scope)) return undefined;
  // LOOKUP_PACKAGE_SCOPE 9: Let SCOPE be the folder of SCOPE, and go to step 3.
  note(context, 'LOOKUP_PACKAGE_SCOPE 9', 'done', outer);
  return searchFrom(context, outer, search);
}

/** By the text alone where the path is relative, which only a program can give; undefined where it names no folder. */
function folderOf({ paths }: ResolverContext, y: string): string | undefined {
  if (paths.isAbsolute(y)) return paths.dirname(y);
  const end = y.lastIndexOf(paths.sep);
  return end === -1 ? undefined : y.slice(0, end);
}

function packageFileIn({ paths }: ResolverContext, scope: string): string {
  return paths.isAbsolute(scope) ? paths.join(scope, 'package.json') : `${scope}${paths.sep}package.json`;
}

/** Only a path that a program gives has slashes on Windows, or is relative. */
function folderOfUsual(context: ResolverContext, y: string): string | undefined {
  const { paths, behaviours } = context;
  if (paths.platform !== 'win32') return folderOf(context, y);
  if (behaviours.scopeOfWrittenPath === 'by the path that it means')
    return folderOf(context, paths.resolve(y));
  if (!paths.isAbsolute(y)) return folderOf(context, y);
  return y.includes('\\') ? paths.dirname(`${y.slice(0, y.lastIndexOf('\\') + 1)}x`) : undefined;
}

/** What errors say of who asks, in lines that say it. */
function importerOf({ texts }: ResolverContext, y: string): string | undefined {
  return fill(texts.scopeImporter, { base: y }) || undefined;
}
