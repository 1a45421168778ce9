// Writes a file that the user named.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../model/usage-error.ts';

/** @throws {UsageError} if it can't be written. */
export function writeReportFile(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`cannot write the file: ${error instanceof Error ? error.message : String(error)}`, {
      file,
    });
  }
}
