// The operation LOOKUP_PACKAGE_SCOPE of spec/01-algorithm/2-package-algorithm.md: which package a file belongs to.

import { basename, dirname, join } from 'node:path';
import type { Behaviours } from './behaviours.ts';
import type { ResolverContext } from './context.ts';
import type { PackageJson } from './package-json.ts';
import { check, note } from './trace.ts';

/**
 * LOOKUP_PACKAGE_SCOPE: the package.json nearest above a file. Throws when that one is refused.
 */
export function lookupPackageScope(
  context: ResolverContext,
  y: string,
  search: Behaviours['importsScope'] = 'ends at node_modules',
): PackageJson | undefined {
  // LOOKUP_PACKAGE_SCOPE 1
  let scope = dirname(y);
  note(context, 'LOOKUP_PACKAGE_SCOPE 1', 'done', scope);
  for (;;) {
    // LOOKUP_PACKAGE_SCOPE 2
    const isEnd =
      search === 'ends at node_modules' ? basename(scope) === 'node_modules' : scope.endsWith('node_modules');
    if (check(context, 'LOOKUP_PACKAGE_SCOPE 2', isEnd, scope)) return undefined;
    // LOOKUP_PACKAGE_SCOPE 3
    const found = context.packages.read(scope);
    note(context, 'LOOKUP_PACKAGE_SCOPE 3', found ? 'found' : 'missing', join(scope, 'package.json'));
    if (found !== undefined) return found;
    // LOOKUP_PACKAGE_SCOPE 4
    if (check(context, 'LOOKUP_PACKAGE_SCOPE 4', dirname(scope) === scope, scope)) return undefined;
    // LOOKUP_PACKAGE_SCOPE 5
    scope = dirname(scope);
    note(context, 'LOOKUP_PACKAGE_SCOPE 5', 'done', scope);
  }
}
