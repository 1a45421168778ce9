// The operation IMPORT_META_RESOLVE of spec/01-algorithm/4-import-algorithm.md: what `import.meta.resolve` returns.

import type { ResolverContext } from '../context/context.ts';
import { checkAbout, noteAbout } from '../context/trace.ts';
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
    // IMPORT_META_RESOLVE 1:
    noteAbout(context, 'IMPORT_META_RESOLVE 1', 'thrown', x);
    throw noImportMetaResolve();
  }
  // IMPORT_META_RESOLVE 2:
  noteAbout(context, 'IMPORT_META_RESOLVE 2', 'done', x);
  try {
    return resolveImport(context, x, y);
  } catch (error) {
    const url: unknown = Object(error).url;
    // IMPORT_META_RESOLVE 3:
    if (checkAbout(context, 'IMPORT_META_RESOLVE 3', typeof url === 'string', url)) return String(url);
    throw error;
  }
}
