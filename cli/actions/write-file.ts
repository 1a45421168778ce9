// Writes a file that the user named.

import { randomBytes } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../../model/make-folder.ts';
import { UsageError } from '../../model/usage-error.ts';

/**
 * Writes the whole file or nothing, so that a full disk leaves what was there before.
 * @throws {UsageError} if it can't be written.
 */
export function writeReportFile(file: string, text: string): void {
  try {
    makeFolder(path.dirname(path.resolve(file)));
    const found = statSync(file, { throwIfNoEntry: false });
    // A device or a pipe is written to and not replaced; so is what a link points to.
    if (found && !found.isFile()) writeFileSync(file, text);
    else replaceFile(found ? realpathSync(file) : file, text);
  } catch (error) {
    throw new UsageError(`cannot write the file: ${error instanceof Error ? error.message : String(error)}`, {
      file,
    });
  }
}

function replaceFile(file: string, text: string): void {
  const whole = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    writeFileSync(whole, text, { flag: 'wx' });
    renameSync(whole, file);
  } catch (error) {
    rmSync(whole, { force: true });
    throw error;
  }
}
