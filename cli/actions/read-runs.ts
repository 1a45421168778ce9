// Reads runs that were written as JSON.

import { readJson } from '../../model/input/read-json.ts';
import { type Run, runSchema } from '../../model/run.ts';

/** @throws {UsageError} with file and line if it can't be read or is not a run. */
export function readRunFile(file: string): Run {
  return readJson(file, runSchema, 'a run of format 1, as --format json writes');
}
