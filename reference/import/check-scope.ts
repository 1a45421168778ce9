// The operation CHECK_SCOPE of spec/01-algorithm/4-import-algorithm.md: the package.json that decides the format of an imported file.

import type { ResolverContext } from '../context/context.ts';
import { checkAbout, note, noteAbout } from '../context/trace.ts';
import { parseImports } from '../packages/package-json.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';

/** CHECK_SCOPE: throws for a file whose format depends on a package.json that cannot be used. */
export function checkScope(context: ResolverContext, p: string): void {
  const extension = context.paths.extname(p);
  // CHECK_SCOPE 1: Let EXTENSION be the last dot in the name of P and what follows it, or empty if there is
  //   none or it is the first character.
  noteAbout(context, 'CHECK_SCOPE 1', 'done', extension);
  if (needsNoScope(context, extension) || readsTypeAlone(context, p, extension)) return;
  readScope(context, p);
}

function needsNoScope(context: ResolverContext, extension: string): boolean {
  const extensions: readonly string[] = context.behaviours.scopeOfImported;
  const isOther = !extensions.includes(extension || 'no extension');
  switch (extensions.length) {
    case 1:
      // CHECK_SCOPE 2: (node 16) If EXTENSION is not `.js`, return nothing.
      return checkAbout(context, 'CHECK_SCOPE 2', isOther, extension);
    case 2:
      // CHECK_SCOPE 3: (node 18–20) If EXTENSION is neither `.js` nor empty, return nothing.
      return checkAbout(context, 'CHECK_SCOPE 3', isOther, extension);
    default:
      // CHECK_SCOPE 4: (node 22+) If EXTENSION is none of `.js`, `.ts` and empty, return nothing.
      return checkAbout(context, 'CHECK_SCOPE 4', isOther, extension);
  }
}

/** Newer lines do not parse the maps of a package where only its `type` is of interest. */
function readsTypeAlone(context: ResolverContext, p: string, extension: string): boolean {
  if (context.behaviours.packageJsonParser === 'parses the whole text') return false;
  // CHECK_SCOPE 5: (node 22+) If EXTENSION is empty, do LOOKUP_PACKAGE_SCOPE(P, true), and return nothing
  //   even if that throws a `SyntaxError`.
  if (!checkAbout(context, 'CHECK_SCOPE 5', extension === '', extension)) return false;
  try {
    lookupPackageScope(context, p, true);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return true;
}

function readScope(context: ResolverContext, p: string): void {
  const scope = lookupPackageScope(context, p, true);
  // CHECK_SCOPE 6: Let SCOPE be the result of LOOKUP_PACKAGE_SCOPE(P, true).
  note(context, 'CHECK_SCOPE 6', scope ? 'found' : 'missing', scope?.folder);
  // CHECK_SCOPE 7: (node 24+) If SCOPE is a package with `imports`, do PARSE_MAP(the `imports` of SCOPE).
  if (scope) parseImports(context, 'CHECK_SCOPE 7', scope);
}
