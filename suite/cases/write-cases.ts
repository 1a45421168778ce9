// Writes the generated files, or lists those on disk that differ from the pages.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLineFeeds } from '../../model/input/read-text.ts';
import { makeFolder } from '../../model/make-folder.ts';
import type { GeneratedFile } from './generate-cases.ts';

/** A difference between the pages and the cases folder. */
export interface StaleFile {
  readonly name: string;
  readonly reason: 'missing' | 'different' | 'left over';
}

/** Writes the files and removes case files that no longer have a page. Other files stay. */
export function writeCases(folder: string, files: readonly GeneratedFile[]): void {
  makeFolder(folder);
  for (const stale of findStaleCases(folder, files)) {
    if (stale.reason === 'left over') rmSync(path.join(folder, stale.name));
  }
  for (const { name, text } of files) writeFileSync(path.join(folder, name), text);
}

/** The files that would change if the cases were written now. */
export function findStaleCases(folder: string, files: readonly GeneratedFile[]): StaleFile[] {
  const present = new Set(listCaseFiles(folder));
  const stale = files.flatMap(({ name, text }): StaleFile[] => {
    if (!present.has(name)) return [{ name, reason: 'missing' }];
    const written = withLineFeeds(readFileSync(path.join(folder, name), 'utf8'));
    return written === text ? [] : [{ name, reason: 'different' }];
  });
  const wanted = new Set(files.map(({ name }) => name));
  const leftOver = [...present].filter((name) => !wanted.has(name));
  return [...stale, ...leftOver.map((name): StaleFile => ({ name, reason: 'left over' }))];
}

function listCaseFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
