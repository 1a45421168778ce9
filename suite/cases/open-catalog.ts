// Loads the catalog for a command that must start fast: parsers of Markdown and YAML are imported only if needed.

import path from 'node:path';
import { packageRoot } from '../../model/package-root.ts';
import { readBuiltRegister } from '../identity/built-register.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { readCases, readFilesOf } from './read-cases.ts';

const casesFolder = path.join(packageRoot, 'cases');

/** Like `loadCatalog`. */
export async function openCatalog(spec: string | undefined): Promise<Catalog> {
  const formerIds = spec === undefined ? readBuiltRegister() : undefined;
  if (formerIds) return catalogOf(readCases(casesFolder), formerIds);
  return (await import('./load-catalog.ts')).loadCatalog(spec);
}

/**
 * The part of the bundled catalog that has these cases and what is on the same pages.
 * @returns undefined if that takes the whole catalog
 */
export function openPart(ids: readonly string[]): Catalog | undefined {
  const formerIds = ids.length === 0 ? undefined : readBuiltRegister();
  const some = formerIds && readFilesOf(casesFolder, ids);
  return some && { ...catalogOf(some.pages, formerIds), available: some.available };
}
