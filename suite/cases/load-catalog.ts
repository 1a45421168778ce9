// Loads a catalog from the bundled case files or from the user's own pages.

import path from 'node:path';
import { packageRoot } from '../../model/package-root.ts';
import { readIdRegister } from '../identity/read-id-register.ts';
import { pagesFolder, readPages } from '../pages/read-pages.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { toPageCases } from './generate-cases.ts';
import { readCases } from './read-cases.ts';

/** @param spec a page or folder of pages; undefined for the bundled cases */
export function loadCatalog(spec: string | undefined): Catalog {
  if (spec === undefined)
    return catalogOf(
      readCases(path.join(packageRoot, 'cases')),
      readIdRegister(path.join(packageRoot, 'spec')),
    );
  const written = readPages(spec);
  return { ...catalogOf(written.map(toPageCases), readIdRegister(pagesFolder(spec))), written };
}
