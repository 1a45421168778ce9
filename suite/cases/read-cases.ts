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
  return files.map((file) => readCaseFile(file, seals)).sort((a, b) => byNumber.compare(a.file, b.file));
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** The paths of the case files of a folder. @throws {UsageError} if the folder does not exist. */
export function listCaseFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== schemaFileName);
    return names.map((name) => path.join(folder, name));
  } catch {
    throw new UsageError(`expected a folder of cases; '${folder}' does not exist`);
  }
}

/** @throws {UsageError} with file and line if it can't be read or does not match the schema. */
export function readCaseFile(file: string, seals: Seals = noSeals): PageCases {
  const content = readText(file, largestGenerated);
  if (isSealed(file, content, seals)) return JSON.parse(content);
  return parseJson(file, content, pageCasesSchema, 'a case file of format 1');
}

/** The file in which the build stores the seals of the case files that match the schema. */
export const sealFile: string = builtFile('case-seals.json');

interface Seals {
  readonly byName: Readonly<Record<string, string>>;
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
function isSealed(file: string, content: string, { byName, writtenAt }: Seals): boolean {
  const seal = byName[path.basename(file)];
  if (seal === undefined) return false;
  return statSync(file).mtimeMs <= writtenAt || seal === sealOf(content);
}

/** A digest of a case file's text. */
export function sealOf(content: string): string {
  return createHash('sha256').update(content).digest('base64');
}
