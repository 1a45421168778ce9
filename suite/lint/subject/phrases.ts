// Phrases that are looked for in running text.

import { codeMark, lineAt, type RunningText } from './prose.ts';

export interface Phrase {
  /** With the flags `g` and `i`. */
  readonly found: RegExp;
  /** What to write. */
  readonly instead: string;
}

export interface FoundPhrase {
  readonly line: number;
  /** The words as they are written there. */
  readonly words: string;
  readonly instead: string;
}

export function findPhrases(prose: readonly RunningText[], phrases: readonly Phrase[]): FoundPhrase[] {
  return prose.flatMap((one) =>
    phrases.flatMap(({ found, instead }) =>
      [...one.text.matchAll(found)].map((match) => ({
        line: lineAt(one, match.index),
        words: match[0],
        instead,
      })),
    ),
  );
}

/** Whole words in any case, with any white space between them, the last one also with an `s`; a code span is any code span. */
export function phraseOf(words: string): RegExp {
  const parts = words
    .replace(/`[^`]*`/g, codeMark)
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w-])${parts.join('\\s+')}s?(?![\\w-])`, 'gi');
}
