// The pages of a folder, with ids checked over all of them.

import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { largestWritten, readText } from '../input/read-text.ts';
import { UsageError } from '../usage-error.ts';
import { refuseDrafts } from './drafts.ts';
import { type Page, parsePage } from './parse-page.ts';

/**
 * Reads every `.md` file of a folder, or one file, as pages, in file name order.
 * @param location a folder, or one page
 * @param drafts whether cases may stand in the pages whose expectations are not filled in yet
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

/** The folder of a location, in which registers and evidence stand beside the pages. */
export function pagesFolder(location: string): string {
  return statSync(location, { throwIfNoEntry: false })?.isDirectory() ? location : path.dirname(location);
}

/** The files that are the pages of a location, as messages name them. */
export function listPages(location: string): string[] {
  const stats = statSync(location, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(`there is no page or folder of pages at '${location}'; name one with --spec`);
  if (!stats.isDirectory()) return [displayPath(location)];
  const files = readdirSync(location).filter((name) => name.endsWith('.md'));
  if (files.length === 0)
    throw new UsageError(`the folder '${location}' holds no page (.md); see docs/writing-cases.md`);
  return files.sort().map((name) => displayPath(path.join(location, name)));
}

/** @throws {UsageError} when it is not UTF-8, or far too large. */
export function readPageText(file: string): string {
  return readText(file, largestWritten);
}

/** Relative to where the user stands when the file is below, with forward slashes. */
function displayPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? file : relative).split(path.sep).join('/');
}

/** @throws {UsageError} when an id is used twice. */
export function checkIds(pages: readonly Page[]): void {
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
