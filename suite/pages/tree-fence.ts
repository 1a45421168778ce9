// A `tree` fence: what a file fence can't hold, an entry a line. See docs/writing-cases.md for the grammar.

import { UsageError } from '../../model/usage-error.ts';
import { unquote } from './inline.ts';

/** One line of a tree fence, before it meets the files of the case. */
export type TreeFenceLine =
  | { readonly kind: 'empty'; readonly path: string; readonly line: number }
  | { readonly kind: 'folder'; readonly path: string; readonly line: number }
  | { readonly kind: 'mode'; readonly path: string; readonly mode: string; readonly line: number }
  | { readonly kind: 'bytes'; readonly path: string; readonly base64: string; readonly line: number }
  | { readonly kind: 'symlink'; readonly path: string; readonly target: string; readonly line: number };

/**
 * Reads the lines of a tree fence whose opening line is `line`.
 * @throws {UsageError} at the first line that is not an entry.
 */
export function readTreeFence(file: string, line: number, content: string): TreeFenceLine[] {
  return content
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: line + 1 + index }))
    .filter(({ text }) => text !== '')
    .map(({ text, line }) => readEntry(text, { file, line }));
}

function readEntry(text: string, place: { file: string; line: number }): TreeFenceLine {
  const { line } = place;
  const [, rawPath = '', rest = ''] =
    /^("(?:[^"\\]|\\.)*"|.+?)((?: ->| mode| bytes| size) .*)?$/s.exec(text) ?? [];
  const path = unquote(rawPath);
  const [, verb = '', value = ''] = /^ (\S+) (.*)$/s.exec(rest) ?? [];
  switch (verb) {
    case '->':
      return { kind: 'symlink', path, target: unquote(value.trim()), line };
    case 'mode':
      if (!/^[0-7]{3,4}$/.test(value))
        throw new UsageError(`mode takes octal digits such as 644, found '${value}'`, place);
      return { kind: 'mode', path: path.replace(/\/$/, ''), mode: value, line };
    case 'bytes':
      return { kind: 'bytes', path, base64: readBytes(value, place).toString('base64'), line };
    case 'size':
      return {
        kind: 'bytes',
        path,
        base64: Buffer.alloc(readSize(value, place), '\n').toString('base64'),
        line,
      };
    default:
      return path.endsWith('/')
        ? { kind: 'folder', path: path.slice(0, -1), line }
        : { kind: 'empty', path, line };
  }
}

function readBytes(value: string, place: { file: string; line: number }): Buffer {
  const pieces = value.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  return Buffer.concat(
    pieces.map((piece) => {
      if (/^[0-9A-Fa-f]{2}$/.test(piece)) return Buffer.from(piece, 'hex');
      if (piece.startsWith('"') && unquote(piece) !== piece) return Buffer.from(unquote(piece), 'utf8');
      throw new UsageError(`bytes are hexadecimal pairs and JSON strings, found '${piece}'`, place);
    }),
  );
}

const largestFile = 16 * 1024 * 1024;

function readSize(value: string, place: { file: string; line: number }): number {
  const size = Number(value);
  if (Number.isInteger(size) && size >= 0 && size <= largestFile) return size;
  throw new UsageError(`size is a whole number of bytes up to ${largestFile}, found '${value}'`, place);
}
