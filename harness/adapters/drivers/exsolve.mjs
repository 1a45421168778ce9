// exsolve, with its options for extensions and index files.

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { conditions, extensions, importConditions, toUrl } from './installed.mjs';

export async function open({ folder }) {
  const file = path.join(folder, 'node_modules', 'exsolve', 'dist', 'index.mjs');
  const { resolveModuleURL } = await import(pathToFileURL(file).href);
  const ask = (specifier, referrer, options) =>
    resolveModuleURL(specifier, { from: toUrl(referrer), cache: false, ...options });
  return {
    resolve(specifier, referrer, context) {
      const url = ask(specifier, referrer, {
        conditions: [...conditions, ...context.conditions],
        extensions,
        suffixes: ['', '/index'],
      });
      // A core module has no path.
      return url.startsWith('node:') ? url : fileURLToPath(url);
    },
    resolveImport: (specifier, referrer, context) =>
      ask(specifier, referrer, {
        conditions: [...importConditions, ...context.conditions],
        extensions: [],
        suffixes: [''],
      }),
  };
}
