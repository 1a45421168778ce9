// Finds and replaces the words of a text: runs of letters, digits, `_` and `$`.

/** In program text, what follows a backslash is not part of a word; in names and in printed text, a backslash is a character. */
export type TextKind = 'program' | 'plain';

/** @param replace gives the new word; `rest` is the text behind the old one */
export function replaceWords(
  text: string,
  kind: TextKind,
  replace: (word: string, rest: string) => string,
): string {
  return text.replaceAll(patterns[kind], (found: string, at: number) =>
    /^[\\%<]/.test(found) ? found : replace(found, text.slice(at + found.length)),
  );
}

/** The placeholder of the tree and escaped characters stay as they are. */
const kept = '<tree>|%[0-9A-Fa-f]{2}';
const escapes = String.raw`\\(?:u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^])`;
const word = String.raw`[\p{L}\p{M}\p{N}_$]+`;

const patterns: Readonly<Record<TextKind, RegExp>> = {
  program: new RegExp(`${kept}|${escapes}|${word}`, 'gu'),
  plain: new RegExp(`${kept}|${word}`, 'gu'),
};
