// A verdict as a sign, which never speaks by its colour alone.

import { type Letter, letterWords } from '../model/model.ts';

export const signs: Readonly<Record<Letter | 'm', string>> = {
  p: '✓',
  f: '✗',
  c: '‼',
  t: '◷',
  s: '–',
  e: '!',
  m: '◒',
  '.': '·',
};

export function Mark({ letter }: { readonly letter: Letter }) {
  return (
    <span class={`mark ${markClass(letter)}`}>
      <span aria-hidden="true">{signs[letter]}</span>
      <span class="unseen">{letterWords[letter]}</span>
    </span>
  );
}

/** A class name for a letter; the full stop is none. */
export function markClass(letter: Letter | 'm'): string {
  return `is-${letter === '.' ? 'none' : letter}`;
}
