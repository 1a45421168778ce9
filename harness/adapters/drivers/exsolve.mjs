// exsolve, with its options for extensions and index files.

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { conditions, extensions } from './installed.mjs';

export async function open({ folder }) {
  const file = path.join(folder, 'node_modules', 'exsolve', 'dist', 'index.mjs');
  const { resolveModuleURL } = await import(pathToFileURL(file).href);
  return {
    resolve(specifier, referrer) {
      const url = resolveModuleURL(specifier, {
        from: pathToFileURL(referrer).href,
        conditions,
        extensions,
        suffixes: ['', '/index'],
        cache: false,
      });
      // A core module has no path.
      return url.startsWith('node:') ? url : fileURLToPath(url);
    },
  };
}
