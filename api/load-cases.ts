// Loads the cases: those that come with modspec, or those of somebody's own pages.

import type { Catalog } from '../suite/cases/catalog.ts';
import { openCatalog } from '../suite/cases/open-catalog.ts';

/** Where cases come from. */
export interface CasesSource {
  /** A page or folder of pages; absent: the cases that come with modspec. */
  readonly spec?: string | undefined;
  /** The cases of `spec`, if they have been loaded already; or a function that loads them, which is called at most once. */
  readonly catalog?: Catalog | (() => Promise<Catalog>) | undefined;
}

/**
 * All rules and cases, in page order.
 * @param spec your own page or folder of pages; absent: the cases that come with modspec
 * @throws {UsageError} with file and line if a page or a case file can't be read
 */
export function loadCases(spec?: string): Promise<Catalog> {
  return openCatalog(spec);
}

/** The cases of a source, loaded if they are not yet. */
export async function casesOf({ catalog, spec }: CasesSource): Promise<Catalog> {
  return typeof catalog === 'function' ? catalog() : (catalog ?? loadCases(spec));
}
