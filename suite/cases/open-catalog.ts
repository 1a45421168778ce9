// Loads the catalog for a command that must start fast: parsers of Markdown and YAML are imported only if needed.

import path from 'node:path';
import { packageRoot } from '../../model/package-root.ts';
import { readBuiltRegister } from '../identity/built-register.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { readCases } from './read-cases.ts';

/** Like `loadCatalog`. */
export async function openCatalog(spec: string | undefined): Promise<Catalog> {
  const formerIds = spec === undefined ? readBuiltRegister() : undefined;
  if (formerIds) return catalogOf(readCases(path.join(packageRoot, 'cases')), formerIds);
  return (await import('./load-catalog.ts')).loadCatalog(spec);
}
