// The part of a page that a program writes: between `<!-- NAME -->` and `<!-- /NAME -->`.

import { UsageError } from '../../model/usage-error.ts';

/**
 * The text with the part between the markers replaced.
 * @param file for the message
 * @throws {UsageError} if the markers are missing, repeated or in the wrong order.
 */
export function replaceMarked(text: string, name: string, body: string, file: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = placeOf(text, open, file) + open.length;
  const end = placeOf(text, close, file);
  if (end < start) throw new UsageError(`expected '${open}' before '${close}'; swap them`, { file });
  return `${text.slice(0, start)}\n\n${body.trim()}\n\n${text.slice(end)}`;
}

function placeOf(text: string, marker: string, file: string): number {
  const parts = text.split(marker);
  if (parts.length === 2) return parts[0]?.length ?? 0;
  const found = parts.length === 1 ? 'not there' : `there ${parts.length - 1} times`;
  throw new UsageError(`expected '${marker}' once, where the text goes; it is ${found}`, { file });
}
