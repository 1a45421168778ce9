// import-meta-resolve, which does what import.meta.resolve did in Node 20. Its other function takes conditions.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toUrl } from './installed.mjs';

export async function open({ folder }) {
  const file = path.join(folder, 'node_modules', 'import-meta-resolve', 'index.js');
  const { resolve, moduleResolve } = await import(pathToFileURL(file).href);
  return {
    resolveImportMeta: (specifier, referrer, { conditions }) =>
      conditions.length === 0
        ? resolve(specifier, toUrl(referrer))
        : moduleResolve(specifier, new URL(toUrl(referrer)), new Set(['node', 'import', ...conditions])),
  };
}
