// The operation IMPORT_META_RESOLVE of spec/01-algorithm/4-import-algorithm.md: what `import.meta.resolve` returns.

import type { ResolverContext } from '../context/context.ts';
import { isNothing, isString } from '../context/kinds.ts';
import { checkAbout, checkAboutIs, noteAbout } from '../context/trace.ts';
import type { ImportReferrer } from './referrer.ts';

/** Resolves by ESM_RESOLVE. */
export type ResolveImport = (context: ResolverContext, x: string, y: ImportReferrer) => string;

/** IMPORT_META_RESOLVE: the URL for X from the module Y, also where nothing can be imported. */
export function importMetaResolve(
  context: ResolverContext,
  x: string,
  y: ImportReferrer,
  resolveImport: ResolveImport,
): string {
  // IMPORT_META_RESOLVE 1: Let RESULT be the result of ESM_RESOLVE(X, Y), or the error that it throws.
  noteAbout(context, 'IMPORT_META_RESOLVE 1', 'done', x);
  const { url, error } = attempt(() => resolveImport(context, x, y));
  const { code, url: place } = Object(error);
  const isFolder = code === 'ERR_UNSUPPORTED_DIR_IMPORT';
  // IMPORT_META_RESOLVE 2: If RESULT is an error with the code `ERR_UNSUPPORTED_DIR_IMPORT` that REFUSE_FILE
  //   has thrown, return the URL for which RESOLVE_FILE_URL was done.
  if (checkAbout(context, 'IMPORT_META_RESOLVE 2', isFolder, place)) return place;
  if (context.behaviours.missingImport === 'has its URL in the error') {
    const isMissing = isString(place) && code === 'ERR_MODULE_NOT_FOUND';
    // IMPORT_META_RESOLVE 3: (node 18+) If RESULT is an error with the code `ERR_MODULE_NOT_FOUND` that
    //   REFUSE_FILE has thrown, return the URL for which RESOLVE_FILE_URL was done.
    if (checkAbout(context, 'IMPORT_META_RESOLVE 3', isMissing, place)) return place;
  }
  // IMPORT_META_RESOLVE 4: If RESULT is an error, throw it.
  if (checkAboutIs(context, 'IMPORT_META_RESOLVE 4', url, isNothing, x)) throw error;
  // IMPORT_META_RESOLVE 5: Return RESULT.
  noteAbout(context, 'IMPORT_META_RESOLVE 5', 'done', url);
  return url;
}

function attempt(resolve: () => string): { readonly url?: string; readonly error?: unknown } {
  try {
    return { url: resolve() };
  } catch (error) {
    return { error };
  }
}
