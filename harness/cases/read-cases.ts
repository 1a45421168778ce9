// Reading cases/*.json back, as `modspec run` and foreign runners do.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type PageCases, pageCasesSchema } from '../model/case.ts';
import { packageRoot } from '../package-root.ts';
import { UsageError } from '../usage-error.ts';
import { schemaFileName } from './generate-cases.ts';

/**
 * The case files of a folder, in file name order.
 * @throws {UsageError} naming the file when it can't be read or is not what the schema says.
 */
export function readCases(folder: string): PageCases[] {
  const names = listCaseFiles(folder);
  if (names.length === 0)
    throw new UsageError(`'${folder}' holds no case file; run 'modspec generate' there`);
  const sealed = seals();
  return names.map((name) => parsePageCases(path.join(folder, name), sealed));
}

function listCaseFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json') && name !== schemaFileName);
  } catch {
    throw new UsageError(`there is no folder of cases at '${folder}'`);
  }
}

function parsePageCases(file: string, sealed: Readonly<Record<string, string>>): PageCases {
  const content = read(file);
  const parsed = parseJson(content, file);
  if (sealed[path.basename(file)] === sealOf(content)) return parsed as PageCases;
  const checked = pageCasesSchema.safeParse(parsed);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new UsageError(`not a case file of format 1: ${issue?.path.join('.')}: ${issue?.message}`, { file });
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`can't be read: ${messageOf(error)}`, { file });
  }
}

function parseJson(content: Buffer, file: string): unknown {
  try {
    return JSON.parse(content.toString());
  } catch (error) {
    throw new UsageError(`not JSON: ${messageOf(error)}`, { file });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where the build notes the seals of the case files that it found to be as the schema says. */
export const sealFile: string = path.join(packageRoot, 'dist', 'case-seals.json');

/** Files that were checked when modspec was built, and have not changed since, need no second check at every start. */
function seals(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(sealFile, 'utf8'));
  } catch {
    return {};
  }
}

/** A digest of a case file's content. */
export function sealOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64');
}
