// Reads a file that a loader may have put there, or may have replaced by anything.

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Reads a regular file. Nothing else is waited for: no link is followed, and no pipe or device is read.
 * @param mostBytes how long the file may be
 * @returns undefined if there is no such file
 */
export function readPlainFile(file: string, mostBytes: number): Buffer | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(
      file,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch {
    return undefined;
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > mostBytes) return undefined;
    const content = Buffer.alloc(stat.size);
    const length = readSync(descriptor, content, 0, stat.size, 0);
    return content.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}
