// Files of the user's as text.

import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';

/** What people write by hand, pages and baselines, is never larger; in bytes. */
export const largestWritten: number = 4 * 1024 * 1024;

/** What modspec writes, runs and case files, may be larger; in bytes. */
export const largestGenerated: number = 400 * 1024 * 1024;

/** @throws {UsageError} naming the file when it can't be read as UTF-8 text, or is larger. */
export function readText(file: string, largest: number): string {
  const bytes = readBytes(file, largest);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('it is no UTF-8 text', { file, line: lineOfFault(bytes) });
  }
}

function readBytes(file: string, largest: number): Buffer {
  try {
    const { size } = statSync(file);
    if (size <= largest) return readFileSync(file);
    throw new RangeError(`it holds ${size} bytes, and at most ${largest} are read`);
  } catch (error) {
    throw new UsageError(`it can't be read: ${(error as Error).message}`, { file });
  }
}

/** The line of the first byte that is no UTF-8: decoding replaces it, and keeps the line ends before it. */
function lineOfFault(bytes: Buffer): number {
  return bytes.toString('utf8').split('\ufffd', 1)[0]?.split('\n').length ?? 1;
}
