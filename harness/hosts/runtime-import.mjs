// How Bun and Deno are asked what `import` and `import.meta.resolve` make of a specifier.

import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Only Bun has a function for it that looks for the file. It returns the path, and the query and fragment after it. */
export function resolveImport(specifier, referrer) {
  const found = Bun.resolveSync(specifier, path.dirname(referrer));
  const [, file, suffix] = /^([^?#]*)(.*)$/s.exec(found);
  return path.isAbsolute(file) ? pathToFileURL(file).href + suffix : found;
}

export async function resolveImportMeta(specifier, referrer) {
  const url = path.isAbsolute(referrer) ? pathToFileURL(referrer).href : referrer;
  return globalThis.Bun ? import.meta.resolve(specifier, url) : askBeside(specifier, referrer);
}

/** In Deno the function takes no referrer, so a module beside it asks. */
async function askBeside(specifier, referrer) {
  const file = path.join(path.dirname(referrer), 'modspec-asks.mjs');
  writeFileSync(file, 'export const ask = (specifier) => import.meta.resolve(specifier);\n');
  try {
    const { ask } = await import(pathToFileURL(file).href);
    return ask(specifier);
  } finally {
    rmSync(file);
  }
}
