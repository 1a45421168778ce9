// Makes text from an implementation harmless for a terminal, and for a CI system that reads commands in what is printed.

/** Control characters, characters that reorder text or can't be seen, and halves of characters. */
const harmful = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/** What begins a command in a log: `::error` and `##[error]` on GitHub and Azure, `##teamcity[` on TeamCity. */
const commands = /^(\s*)(::|##(?=\[|vso|teamcity))/gm;

/** Replaces control characters (and so escape sequences), characters that reorder text or can't be seen, and what begins a command in a log, with visible escapes. */
export function inert(text: string): string {
  return text
    .replace(harmful, (character) => escaped(character))
    .replace(
      commands,
      (_, space: string, [first = '', ...rest]: string) => space + escaped(first) + rest.join(''),
    );
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}

/** The same for a JSON text, which keeps its meaning: such characters occur only in strings, where JSON has escapes for them. */
export function inertJson(json: string): string {
  return json.replace(harmful, (character) => character.split('').map(escaped).join(''));
}

/** Keeps at most `limit` characters and says how many were left out. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length - limit} more characters)`;
}
