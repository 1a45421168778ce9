// The operation LOOKUP_PACKAGE_SCOPE of spec/01-algorithm/2-package-algorithm.md: the package to which a file belongs.

import type { ResolverContext } from '../context/context.ts';
import type { PackageJson } from '../context/package.ts';
import { check, note } from '../context/trace.ts';
import { fill } from '../errors/texts.ts';
import { readPackageJson } from './package-json.ts';

/**
 * LOOKUP_PACKAGE_SCOPE: the package of the nearest package.json above a file. Throws when that one is refused. It is strict
 * where ES modules or subpath imports ask.
 */
export function lookupPackageScope(
  context: ResolverContext,
  y: string,
  strict = false,
): PackageJson | undefined {
  // LOOKUP_PACKAGE_SCOPE 1: Let SCOPE be the folder of Y.
  const { paths } = context;
  let scope = strict ? paths.dirname(y) : folderOf(context, y);
  if (scope === undefined) return undefined;
  note(context, 'LOOKUP_PACKAGE_SCOPE 1', 'done', scope);
  const { strictScope } = context.behaviours;
  const importer = strict ? importerOf(context, y) : undefined;
  for (;;) {
    const name = paths.basename(scope);
    // LOOKUP_PACKAGE_SCOPE 2: If the name of SCOPE is `node_modules`, return nothing.
    if (check(context, 'LOOKUP_PACKAGE_SCOPE 2', name === 'node_modules', scope)) return undefined;
    const endsEarly = strict && name.endsWith('node_modules');
    // LOOKUP_PACKAGE_SCOPE 3: (node 12–20) If STRICT is true, and the name of SCOPE ends in `node_modules`,
    //   return nothing.
    if (strictScope !== 'ends at node_modules' && check(context, 'LOOKUP_PACKAGE_SCOPE 3', endsEarly, scope))
      return undefined;
    const found = readPackageJson(context, paths.join(scope, 'package.json'), strict, importer);
    // LOOKUP_PACKAGE_SCOPE 4: If READ_PACKAGE_JSON(`package.json` applied to SCOPE, STRICT) returns an
    //   object, return the package SCOPE.
    note(context, 'LOOKUP_PACKAGE_SCOPE 4', found ? 'found' : 'missing', paths.join(scope, 'package.json'));
    if (found !== undefined) return found;
    // LOOKUP_PACKAGE_SCOPE 5: If SCOPE is the root, return nothing.
    if (check(context, 'LOOKUP_PACKAGE_SCOPE 5', paths.dirname(scope) === scope, scope)) return undefined;
    // LOOKUP_PACKAGE_SCOPE 6: Let SCOPE be the folder of SCOPE, and go to step 2.
    scope = paths.dirname(scope);
    note(context, 'LOOKUP_PACKAGE_SCOPE 6', 'done', scope);
  }
}

/** The folder of a file; undefined where none is seen. Only a path that a program gives has slashes on Windows. */
function folderOf({ paths, behaviours }: ResolverContext, y: string): string | undefined {
  const beginsAtBackslash = behaviours.scopeOfSlashes === 'begins at the last backslash';
  if (paths.platform !== 'win32' || !beginsAtBackslash) return paths.dirname(y);
  return y.includes('\\') ? paths.dirname(`${y.slice(0, y.lastIndexOf('\\') + 1)}x`) : undefined;
}

/** What errors say of who asks, in lines that say it. */
function importerOf({ texts }: ResolverContext, y: string): string | undefined {
  return fill(texts.scopeImporter, { base: y }) || undefined;
}
