// Makes text from an implementation harmless for a terminal.

const harmful = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Replaces control characters (and so escape sequences), and characters that reorder text, with visible escapes. */
export function inert(text: string): string {
  return text.replace(
    harmful,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** Keeps at most `limit` characters and says how many were left out. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length - limit} more characters)`;
}
