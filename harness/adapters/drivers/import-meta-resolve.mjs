// import-meta-resolve, which does what import.meta.resolve did in Node 20.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toUrl } from './installed.mjs';

export async function open({ folder }) {
  const file = path.join(folder, 'node_modules', 'import-meta-resolve', 'index.js');
  const { resolve } = await import(pathToFileURL(file).href);
  return { resolveImportMeta: (specifier, referrer) => resolve(specifier, toUrl(referrer)) };
}
