// The pages behind a catalog, for their prose. A report without them still has every rule and case.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../harness/package-root.ts';
import { type SplitPage, splitPage } from './split-page.ts';

/** @param spec a page or folder of pages; undefined for the bundled ones. */
export function readSplitPages(spec: string | undefined): Map<string, SplitPage> {
  return new Map(
    listFiles(spec ?? path.join(packageRoot, 'spec')).map((file) => [
      path.basename(file, '.md'),
      splitPage(readFileSync(file, 'utf8')),
    ]),
  );
}

function listFiles(location: string): string[] {
  if (!existsSync(location)) return [];
  if (!statSync(location).isDirectory()) return [location];
  const names = readdirSync(location).filter((name) => name.endsWith('.md'));
  return names.map((name) => path.join(location, name));
}
