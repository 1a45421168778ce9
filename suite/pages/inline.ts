// Reading what a code span or a cell says.

import type { Inline } from './blocks.ts';

/** The text of an inline that is one code span and nothing else; undefined otherwise. */
export function onlyCode(inline: Inline): string | undefined {
  const [part, ...rest] = inline.parts;
  return part?.kind === 'code' && rest.length === 0 ? unquote(part.text) : undefined;
}

/** The code spans of a comma-separated list of code spans; undefined when anything else is between them. */
export function codeList(inline: Inline): string[] | undefined {
  const between = inline.parts.filter((part) => part.kind === 'text').map((part) => part.text.trim());
  if (between.some((text) => text !== ',')) return undefined;
  return inline.parts.filter((part) => part.kind === 'code').map((part) => unquote(part.text));
}

/** A value written as a JSON string, so that it can be empty, hold control characters or end in a space. */
export function unquote(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
