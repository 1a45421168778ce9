// A file that a command was told to write.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../usage-error.ts';

/** @throws {UsageError} when it can't be written. */
export function writeReportFile(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      `the report could not be written: ${error instanceof Error ? error.message : String(error)}`,
      { file },
    );
  }
}
