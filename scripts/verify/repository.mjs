// Where modspec lies, and which of its pages the command line names.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../build/model/usage-error.js';
import { generateCases } from '../../build/suite/cases/generate-cases.js';
import { loadCatalog } from '../../build/suite/cases/load-catalog.js';
import { findStaleCases } from '../../build/suite/cases/write-cases.js';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const spec = path.join(root, 'spec');

/** Whether no evidence is written. */
export const isDry = process.argv.includes('--dry');

/** The ids of the pages that are named; empty for all. */
export const namedPages = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const catalog = loadCatalog(spec);

/** The pages that are named, or all. */
export const pages = catalog.pages.filter(({ page }) => namedPages.length === 0 || namedPages.includes(page));

/**
 * Reading the case files takes a fraction of the time that reading the pages takes.
 * @throws {UsageError} if the case files are not those of the pages
 */
export function checkGenerated() {
  const [stale] = findStaleCases(path.join(root, 'cases'), generateCases(catalog.written ?? []));
  if (stale)
    throw new UsageError(
      `cases/${stale.name}: ${stale.reason}; run 'modspec generate' after changes of pages`,
    );
}
