// Reads cases/*.json, as `modspec run` and runners in other languages do.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type PageCases, pageCasesSchema } from '../../model/case.ts';
import { parseJson } from '../../model/input/read-json.ts';
import { largestGenerated, readText } from '../../model/input/read-text.ts';
import { builtFile } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import { schemaFileName } from './generate-cases.ts';

/**
 * The case files of a folder, in the order of their pages.
 * @throws {UsageError} with the file if it can't be read or does not match the schema.
 */
export function readCases(folder: string): PageCases[] {
  const files = listCaseFiles(folder);
  if (files.length === 0)
    throw new UsageError(`expected case files in '${folder}'; found none; run 'modspec generate'`);
  const seals = readSeals();
  return inOrder(files.map((file) => readCaseFile(file, seals)));
}

function inOrder(pages: PageCases[]): PageCases[] {
  if (pages.length < 2) return pages;
  const byNumber = new Intl.Collator('en', { numeric: true });
  return pages.sort((a, b) => byNumber.compare(a.file, b.file));
}

/** The paths of the case files of a folder. @throws {UsageError} if the folder does not exist. */
export function listCaseFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== schemaFileName);
    return names.map((name) => path.join(folder, name));
  } catch {
    throw new UsageError(`expected a folder of cases; '${folder}' does not exist`);
  }
}

/** Some of the case files, read without the others. */
export interface SomeCases {
  readonly pages: readonly PageCases[];
  /** How many cases there are in all files. */
  readonly available: number;
}

/**
 * The files that have these cases.
 * @returns undefined if the build does not know one of the cases, or if any case file has changed since
 */
export function readFilesOf(folder: string, ids: readonly string[]): SomeCases | undefined {
  const seals = readSeals();
  const sealed = Object.entries(seals.byName);
  const all = listCaseFiles(folder);
  const isAsBuilt = (file: string) => isSealed(file, () => readText(file, largestGenerated), seals);
  if (all.length !== sealed.length || !all.every(isAsBuilt)) return undefined;
  const marks = new Set(ids.map(markOf));
  const files = sealed
    .filter(([, { cases }]) => marksIn(cases).some((mark) => marks.has(mark)))
    .map(([name]) => path.join(folder, name));
  const pages = files.map((file) => readCaseFile(file, seals));
  const found = new Set(pages.flatMap(({ cases }) => cases.map(({ id }) => id)));
  if (!ids.every((id) => found.has(id))) return undefined;
  const counts = sealed.map(([, { cases }]) => marksIn(cases).length);
  return { pages: inOrder(pages), available: counts.reduce((sum, count) => sum + count, 0) };
}

/** @throws {UsageError} with file and line if it can't be read or does not match the schema. */
export function readCaseFile(file: string, seals: Seals = noSeals): PageCases {
  const content = readText(file, largestGenerated);
  if (isSealed(file, () => content, seals)) return JSON.parse(content);
  return parseJson(file, content, pageCasesSchema, 'a case file of format 1');
}

/** The file in which the build stores the seals of the case files that match the schema. */
export const sealFile: string = builtFile('case-seals.json');

/** What the build has noted of a case file that matches the schema. */
export interface Seal {
  /** A digest of its text. */
  readonly digest: string;
  /** The marks of its cases, one after another. */
  readonly cases: string;
}

const markLength = 3;

/** A few characters, which few other ids have: what a run reads first must be short. */
function markOf(id: string): string {
  return createHash('sha256').update(id).digest('base64').slice(0, markLength);
}

function marksIn(cases: string): string[] {
  return Array.from({ length: cases.length / markLength }, (_, at) =>
    cases.slice(at * markLength, (at + 1) * markLength),
  );
}

interface Seals {
  readonly byName: Readonly<Record<string, Seal>>;
  /** When they were written, in milliseconds. */
  readonly writtenAt: number;
}

const noSeals: Seals = { byName: {}, writtenAt: 0 };

function readSeals(): Seals {
  try {
    return {
      byName: JSON.parse(readFileSync(sealFile, 'utf8')),
      writtenAt: statSync(sealFile).mtimeMs,
    };
  } catch {
    return noSeals;
  }
}

/** Files that were checked when modspec was built, and have not changed since, are not checked again. */
function isSealed(file: string, content: () => string, { byName, writtenAt }: Seals): boolean {
  const seal = byName[path.basename(file)];
  if (seal === undefined) return false;
  return statSync(file).mtimeMs <= writtenAt || seal.digest === digestOf(content());
}

/** The seal of a case file that matches the schema. */
export function sealOf(content: string, { cases }: PageCases): Seal {
  return { digest: digestOf(content), cases: cases.map(({ id }) => markOf(id)).join('') };
}

function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('base64');
}
