// import-meta-resolve, which does what import.meta.resolve did in Node 20. Its other function takes conditions, and wants a file
// to be there, as import does.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toUrl } from './installed.mjs';

export async function open({ folder }) {
  const file = path.join(folder, 'node_modules', 'import-meta-resolve', 'index.js');
  const { resolve, moduleResolve } = await import(pathToFileURL(file).href);
  const resolveExisting = (specifier, referrer, { conditions }) =>
    moduleResolve(specifier, new URL(toUrl(referrer)), new Set(['node', 'import', ...conditions]));
  return {
    resolveImport: resolveExisting,
    resolveImportMeta: (specifier, referrer, context) =>
      context.conditions.length === 0
        ? resolve(specifier, toUrl(referrer))
        : resolveExisting(specifier, referrer, context),
  };
}
