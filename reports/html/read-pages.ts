// Reads the pages of a catalog for their prose. A report without them still has every rule and case.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../model/package-root.ts';
import { pageId } from '../../suite/pages/page-id.ts';
import { listPages, pagesFolder } from '../../suite/pages/read-pages.ts';
import { readRegisters } from '../../suite/sources/read-registers.ts';
import { type SplitPage, splitPage } from './split-page.ts';

/** @param spec a page or folder of pages; undefined for the bundled ones. */
export function readSplitPages(spec: string | undefined): Map<string, SplitPage> {
  const location = spec ?? path.join(packageRoot, 'spec');
  if (!existsSync(location)) return new Map();
  const titles = new Map(readRegisters(pagesFolder(location)).map(({ source, title }) => [source, title]));
  return new Map(
    listPages(location).map((file) => {
      const page = splitPage(readFileSync(file, 'utf8'));
      return [pageId(file), { ...page, sources: withTitles(page.sources, titles) }];
    }),
  );
}

/** Sources that have a register get their titles from it. */
function withTitles(
  sources: SplitPage['sources'],
  titles: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([source, title]) => [source, titles.get(source) ?? title]),
  );
}
