// Reading cases/*.json back, as `modspec run` and foreign runners do.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type PageCases, pageCasesSchema } from '../model/case.ts';
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
  return names.map((name) => parsePageCases(path.join(folder, name)));
}

function listCaseFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json') && name !== schemaFileName);
  } catch {
    throw new UsageError(`there is no folder of cases at '${folder}'`);
  }
}

function parsePageCases(file: string): PageCases {
  const parsed = pageCasesSchema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`not a case file of format 1: ${issue?.path.join('.')}: ${issue?.message}`, { file });
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`not JSON: ${error instanceof Error ? error.message : String(error)}`, { file });
  }
}
