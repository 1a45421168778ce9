// The pages of a catalog, for reports that show their prose.

import path from 'node:path';
import { packageRoot } from '../../model/package-root.ts';
import { pagesFolder, readProse } from '../pages/read-pages.ts';
import type { WrittenPage } from '../pages/written-page.ts';
import { readRegisters } from '../sources/read-registers.ts';
import type { Catalog } from './catalog.ts';

/**
 * In page order, those without a rule among them. Sources that have a register get their titles from it.
 * @param spec where the catalog was loaded from; undefined for the bundled cases
 * @throws {UsageError} when a page has no front matter, or a register is not well formed
 */
export function pagesOf({ written }: Catalog, spec: string | undefined): WrittenPage[] {
  const location = spec ?? path.join(packageRoot, 'spec');
  const pages = written ?? readProse(location);
  const titles = new Map(readRegisters(pagesFolder(location)).map(({ source, title }) => [source, title]));
  return pages.map((page) => ({ ...page, sources: withTitles(page.sources, titles) }));
}

type Sources = WrittenPage['sources'];

function withTitles(sources: Sources, titles: ReadonlyMap<string, string>): Sources {
  return Object.fromEntries(
    Object.entries(sources).map(([source, title]) => [source, titles.get(source) ?? title]),
  );
}
