// Runs that were written as JSON before.

import { readFileSync } from 'node:fs';
import { type Run, runSchema } from '../model/run.ts';
import { UsageError } from '../usage-error.ts';

/** @throws {UsageError} naming the file when it can't be read or is not a run. */
export function readRunFile(file: string): Run {
  const parsed = runSchema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `not a run of format 1, as --format json writes: ${issue?.path.join('.')}: ${issue?.message}`,
    {
      file,
    },
  );
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
      {
        file,
      },
    );
  }
}
