// Loads the catalog for a command that must start fast: parsers of Markdown and YAML are imported only if needed.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../model/package-root.ts';
import { idRegisterName } from '../identity/id-register.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { readCases } from './read-cases.ts';

/** Like `loadCatalog`. */
export async function openCatalog(spec: string | undefined): Promise<Catalog> {
  if (spec === undefined && !hasEntries(path.join(packageRoot, 'spec', idRegisterName)))
    return catalogOf(readCases(path.join(packageRoot, 'cases')), new Map());
  return (await import('./load-catalog.ts')).loadCatalog(spec);
}

/** A register that contains only comments is empty. */
function hasEntries(register: string): boolean {
  return existsSync(register) && /^[^#\s]/m.test(readFileSync(register, 'utf8'));
}
