// exsolve, with its options for extensions and index files.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { conditions, extensions } from './installed.mjs';

export async function open({ folder }) {
  const file = path.join(folder, 'node_modules', 'exsolve', 'dist', 'index.mjs');
  const { resolveModulePath } = await import(pathToFileURL(file).href);
  return {
    resolve: (specifier, referrer) =>
      resolveModulePath(specifier, {
        from: pathToFileURL(referrer).href,
        conditions,
        extensions,
        suffixes: ['', '/index'],
        cache: false,
      }),
  };
}
