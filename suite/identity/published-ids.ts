// The ids in published case files, so that an id that disappears is noticed.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

export interface PublishedId {
  readonly id: string;
  /** The page that contained it. */
  readonly page: string;
  /** Its line on that page. */
  readonly line: number;
}

/** The part of a case file, of any format, that contains its ids. */
const holdsIdsSchema = z.object({
  page: z.string(),
  rules: z.array(z.object({ id: z.string(), line: z.int().catch(1) })),
  cases: z.array(z.object({ id: z.string(), source: z.object({ line: z.int() }).catch({ line: 1 }) })),
});

/** All ids of rules and cases in a folder of case files; none if the folder does not exist. */
export function publishedIds(folder: string): PublishedId[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => readIds(path.join(folder, name)));
}

/** A file that is not a case file contains no published id. */
function readIds(file: string): PublishedId[] {
  const { success, data } = holdsIdsSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!success) return [];
  return [
    ...data.rules.map(({ id, line }) => ({ id, page: data.page, line })),
    ...data.cases.map(({ id, source }) => ({ id, page: data.page, line: source.line })),
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
