// mlly, with its options for the conditions of import.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { importConditions, toUrl } from './installed.mjs';

export async function open({ folder }) {
  const file = path.join(folder, 'node_modules', 'mlly', 'dist', 'index.mjs');
  const { resolveSync } = await import(pathToFileURL(file).href);
  return {
    resolveImport: (specifier, referrer, context) =>
      resolveSync(specifier, {
        url: toUrl(referrer),
        conditions: [...importConditions, ...context.conditions],
        extensions: [],
      }),
  };
}
