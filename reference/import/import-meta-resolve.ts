// The operation IMPORT_META_RESOLVE of spec/01-algorithm/4-import-algorithm.md: what `import.meta.resolve` returns.

import type { ResolverContext } from '../context/context.ts';
import { isNothing, isString } from '../context/kinds.ts';
import { checkAboutIs, noteAbout } from '../context/trace.ts';
import { noImportMetaResolve } from '../errors/import-errors.ts';
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
  if (context.behaviours.importMetaResolve === 'does not exist') {
    // IMPORT_META_RESOLVE 1: (node 12–16) Throw a `TypeError`: `import.meta` has no `resolve`.
    noteAbout(context, 'IMPORT_META_RESOLVE 1', 'thrown', x);
    throw noImportMetaResolve();
  }
  // IMPORT_META_RESOLVE 2: Let RESULT be the result of ESM_RESOLVE(X, Y), or the error that it throws.
  noteAbout(context, 'IMPORT_META_RESOLVE 2', 'done', x);
  const { url, error } = attempt(() => resolveImport(context, x, y));
  const urlOfError: unknown = Object(error).url;
  // IMPORT_META_RESOLVE 3: If RESULT is an error with the code `ERR_UNSUPPORTED_DIR_IMPORT` or
  //   `ERR_MODULE_NOT_FOUND` that REFUSE_FILE has thrown, return the URL for which RESOLVE_FILE_URL was done.
  if (checkAboutIs(context, 'IMPORT_META_RESOLVE 3', urlOfError, isString, urlOfError)) return urlOfError;
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
