// The record of strength: for each case, one fault of the reference that it notices. It is committed beside the pages, so
// that a case which notices nothing is found without seeding all faults again.

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readJson } from '../../model/input/read-json.ts';

/** The name of its file in a folder of pages. */
export const strengthRecordName = 'strength.json';

const entrySchema = z.strictObject({
  hash: z.string().describe('hash of the case when it was asked'),
  notices: z.string().nullable().describe('the id of a fault that it notices; null if it notices none'),
});

const recordSchema = z.record(z.string(), entrySchema);

/** By id of the case. */
export type StrengthRecord = Readonly<z.infer<typeof recordSchema>>;

/**
 * The record of a folder of pages; undefined if there is none.
 * @throws {UsageError} with file and line if it can't be read.
 */
export function readStrengthRecord(pagesFolder: string): StrengthRecord | undefined {
  const file = path.join(pagesFolder, strengthRecordName);
  return existsSync(file) ? readJson(file, recordSchema, 'a record of strength') : undefined;
}

/** One line for each case, sorted, so that changes are shown and merged case by case. */
export function writeStrengthRecord(pagesFolder: string, record: StrengthRecord): void {
  const lines = Object.keys(record)
    .sort()
    .map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(record[id])}`);
  writeFileSync(path.join(pagesFolder, strengthRecordName), `{\n${lines.join(',\n')}\n}\n`);
}
