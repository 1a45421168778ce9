// The operation LOOKUP_PACKAGE_SCOPE of spec/01-algorithm/2-package-algorithm.md: the package to which a file belongs.

import { basename, dirname, join } from 'node:path';
import type { ResolverContext } from '../context/context.ts';
import type { PackageJson } from '../context/package.ts';
import { check, note } from '../context/trace.ts';
import { readPackageJson } from './package-json.ts';

/** LOOKUP_PACKAGE_SCOPE: the package of the nearest package.json above a file. Throws when that one is refused. */
export function lookupPackageScope(context: ResolverContext, y: string): PackageJson | undefined {
  // LOOKUP_PACKAGE_SCOPE 1: Let SCOPE be the folder of Y.
  let scope = dirname(y);
  note(context, 'LOOKUP_PACKAGE_SCOPE 1', 'done', scope);
  for (;;) {
    // LOOKUP_PACKAGE_SCOPE 2: If the name of SCOPE is `node_modules`, return nothing.
    if (check(context, 'LOOKUP_PACKAGE_SCOPE 2', basename(scope) === 'node_modules', scope)) return undefined;
    // LOOKUP_PACKAGE_SCOPE 3: If READ_PACKAGE_JSON(SCOPE, false) returns an object, return the package SCOPE.
    const found = readPackageJson(context, scope, false);
    note(context, 'LOOKUP_PACKAGE_SCOPE 3', found ? 'found' : 'missing', join(scope, 'package.json'));
    if (found !== undefined) return found;
    // LOOKUP_PACKAGE_SCOPE 4: If SCOPE is the root, return nothing.
    if (check(context, 'LOOKUP_PACKAGE_SCOPE 4', dirname(scope) === scope, scope)) return undefined;
    // LOOKUP_PACKAGE_SCOPE 5: Let SCOPE be the folder of SCOPE, and go to step 2.
    scope = dirname(scope);
    note(context, 'LOOKUP_PACKAGE_SCOPE 5', 'done', scope);
  }
}
