// Reads lines from a stream that is not trusted: its encoding, its length and its line ends may be anything.

import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** The length of the longest line that is kept; a longer line is reported as overflow. */
export const longestLine: number = 8 * 1024 * 1024;

/** Calls `onLine` for each complete line, and `onOverflow` once when a line grows past the limit. */
export function readLines(stream: Readable, onLine: (line: string) => void, onOverflow: () => void): void {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  const take = (): string => {
    const line = parts.join('');
    parts = [];
    length = 0;
    return line;
  };
  stream.on('data', (chunk: Buffer) => {
    const [rest = '', ...begun] = decoder.write(chunk).split('\n');
    keep(rest);
    for (const next of begun) {
      onLine(take());
      keep(next);
    }
    if (length <= longestLine) return;
    take();
    onOverflow();
  });
}

/** The JSON value of a line, which may begin with a byte order mark; undefined if the line is not JSON. */
export function parseJsonLine(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Collects at most `limit` bytes of a stream as text; `overflowed` says whether there was more. */
export function collectText(
  stream: Readable | null | undefined,
  limit: number,
): { text(): string; overflowed(): boolean } {
  const chunks: Buffer[] = [];
  let size = 0;
  let overflowed = false;
  stream?.on('data', (chunk: Buffer) => {
    if (size + chunk.length > limit) overflowed = true;
    if (size < limit) chunks.push(chunk.subarray(0, limit - size));
    size += chunk.length;
  });
  return { text: () => Buffer.concat(chunks).toString('utf8'), overflowed: () => overflowed };
}
