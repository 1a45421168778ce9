// The record of strength: for each case one fault of the reference that it was seen to notice, committed beside the pages, so
// that a case which shows nothing is found without all faults being seeded again.

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readJson } from '../input/read-json.ts';

/** Its name in a folder of pages. */
export const strengthRecordName = 'strength.json';

const entrySchema = z.strictObject({
  hash: z.string().describe('of the case that was asked'),
  notices: z.string().nullable().describe('id of a fault; null where it notices none'),
});

const recordSchema = z.record(z.string(), entrySchema);

/** By id of the case. */
export type StrengthRecord = Readonly<z.infer<typeof recordSchema>>;

/**
 * The record of a folder of pages; undefined when it keeps none.
 * @throws {UsageError} with file and line when it can't be read.
 */
export function readStrengthRecord(pagesFolder: string): StrengthRecord | undefined {
  const file = path.join(pagesFolder, strengthRecordName);
  return existsSync(file) ? readJson(file, recordSchema, 'a record of strength') : undefined;
}

/** A line a case, sorted, so that changes are seen and merged case by case. */
export function writeStrengthRecord(pagesFolder: string, record: StrengthRecord): void {
  const lines = Object.keys(record)
    .sort()
    .map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(record[id])}`);
  writeFileSync(path.join(pagesFolder, strengthRecordName), `{\n${lines.join(',\n')}\n}\n`);
}
