// The pages behind a catalog, for their prose. A report without them still has every rule and case.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../harness/package-root.ts';
import { pageId } from '../../harness/pages/page-id.ts';
import { listPages } from '../../harness/pages/read-pages.ts';
import { type SplitPage, splitPage } from './split-page.ts';

/** @param spec a page or folder of pages; undefined for the bundled ones. */
export function readSplitPages(spec: string | undefined): Map<string, SplitPage> {
  const location = spec ?? path.join(packageRoot, 'spec');
  const files = existsSync(location) ? listPages(location) : [];
  return new Map(files.map((file) => [pageId(file), splitPage(readFileSync(file, 'utf8'))]));
}
