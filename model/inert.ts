// Makes text from an implementation harmless for a terminal, and for a CI system that reads commands in what is printed.

const harmful = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What begins a command in a log: `::error` and `##[error]` on GitHub and Azure, `##teamcity[` on TeamCity. */
const commands = /^(\s*)(::|##(?=\[|vso|teamcity))/gm;

/** Replaces control characters (and so escape sequences), characters that reorder text, and what begins a command in a log, with visible escapes. */
export function inert(text: string): string {
  return text
    .replace(harmful, (character) => escaped(character))
    .replace(
      commands,
      (_, space: string, [first = '', ...rest]: string) => space + escaped(first) + rest.join(''),
    );
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

/** Keeps at most `limit` characters and says how many were left out. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length - limit} more characters)`;
}
