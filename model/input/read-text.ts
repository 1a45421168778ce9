// Reads files of the user as text.

import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';
import { describeKind } from './describe-kind.ts';

/** The largest size, in bytes, of a file that people write by hand, such as a page. */
export const largestWritten: number = 4 * 1024 * 1024;

/** The largest size, in bytes, of a file that modspec writes, such as a run. */
export const largestGenerated: number = 400 * 1024 * 1024;

/**
 * A file that people write by hand. Git may give its lines other ends on another system; they all count as line feeds.
 * @throws {UsageError} with the file if it can't be read as UTF-8 text, or is too large.
 */
export function readWritten(file: string): string {
  return withLineFeeds(readText(file, largestWritten));
}

/** Lines that end in CR LF end in LF. */
export function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** @throws {UsageError} with the file if it can't be read as UTF-8 text, or is too large. */
export function readText(file: string, largest: number): string {
  const bytes = readBytes(file, largest);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('expected UTF-8 text; found other bytes', { file, line: lineOfFault(bytes) });
  }
}

function readBytes(file: string, largest: number): Buffer {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) throw new TypeError(`expected a regular file; found ${describeKind(stats)}`);
    if (stats.size <= largest) return readFileSync(file);
    throw new RangeError(`expected at most ${largest} bytes; found ${stats.size}`);
  } catch (error) {
    throw new UsageError(`cannot read it: ${(error as Error).message}`, { file });
  }
}

/** The line of the first byte that is not UTF-8: decoding replaces the byte, but keeps the line ends before it. */
function lineOfFault(bytes: Buffer): number {
  return bytes.toString('utf8').split('\ufffd', 1)[0]?.split('\n').length ?? 1;
}
