// The pages of a folder, with ids checked over all of them.

import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { guide } from '../../model/addresses.ts';
import { readWritten } from '../../model/input/read-text.ts';
import { UsageError } from '../../model/usage-error.ts';
import { refuseDrafts } from './drafts.ts';
import { isNumbered, placeOfPage } from './page-id.ts';
import { parseProse } from './page-prose.ts';
import { type Page, parsePage } from './parse-page.ts';
import type { WrittenPage } from './written-page.ts';

/**
 * Reads every page of a folder, or one page, in the order of reading: that of the numbers in the paths.
 * @param location a folder, or one page
 * @param drafts whether the pages may have cases whose expectations are not filled in yet
 * @throws {UsageError} when there is no page, a page is not well formed, or an id is used twice.
 */
export function readPages(location: string, { drafts = false } = {}): Page[] {
  const pages = listPages(location).map(readPage);
  checkIds(pages);
  if (!drafts) refuseDrafts(pages);
  return pages;
}

/** One page, its ids not compared with those of others. @throws {UsageError} when it is not well formed. */
export function readPage(file: string): Page {
  return parsePage(file, readPageText(file));
}

/** Every page of a location without its rules and cases. @throws {UsageError} when there is no page, or one has no front matter. */
export function readProse(location: string): WrittenPage[] {
  return listPages(location).map((file) => parseProse(file, readPageText(file)));
}

/** The folder of a location, in which registers and evidence are beside the pages. */
export function pagesFolder(location: string): string {
  if (statSync(location, { throwIfNoEntry: false })?.isDirectory()) return location;
  const depth = placeOfPage(path.resolve(location)).split('/').length;
  return Array.from({ length: depth }).reduce<string>((folder) => path.dirname(folder), location);
}

/** The files that are the pages of a location, as messages name them. */
export function listPages(location: string): string[] {
  const stats = statSync(location, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(`there is no page or folder of pages at '${location}'; name one with --spec`);
  if (!stats.isDirectory()) return [displayPath(location)];
  const files = pagesIn(location);
  if (files.length === 0)
    throw new UsageError(`the folder '${location}' holds no page (.md); see ${guide('writing-cases')}`);
  return files.map(displayPath);
}

/** Those of the folder and of the numbered folders in it. A README.md is not a page. */
function pagesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => byNumber.compare(a.name, b.name))
    .flatMap((entry) => {
      const location = path.join(folder, entry.name);
      if (entry.isDirectory()) return isNumbered(entry.name) ? pagesIn(location) : [];
      return isPageName(entry.name) ? [location] : [];
    });
}

export function isPageName(name: string): boolean {
  return name.endsWith('.md') && name !== 'README.md';
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** @throws {UsageError} when it is not UTF-8, or far too large. */
export function readPageText(file: string): string {
  return readWritten(file);
}

/** Relative to the working directory when the file is below it, with forward slashes. */
export function displayPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? file : relative).split(path.sep).join('/');
}

/** @throws {UsageError} when an id of a page, a rule or a case is used twice. */
export function checkIds(pages: readonly Page[]): void {
  for (const [at, { id, file }] of pages.entries()) {
    const first = pages.slice(0, at).find((page) => page.id === id);
    if (first) throw new UsageError(`the page '${id}' is already at ${first.file}; rename one`, { file });
  }
  const seen = new Map<string, string>();
  for (const page of pages) {
    for (const { id, line } of [
      ...page.rules,
      ...page.cases.map((item) => ({ id: item.id, line: item.source.line })),
    ]) {
      const first = seen.get(id);
      if (first)
        throw new UsageError(`the id '${id}' is already used at ${first}`, { file: page.file, line });
      seen.set(id, `${page.file}:${line}`);
    }
  }
}
