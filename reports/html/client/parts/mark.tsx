// A verdict as a sign; colour is never its only meaning.

import { type Letter, letterWords } from '../../model/model.ts';

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

/** A class name for a letter; a full stop is not allowed in one. */
export function markClass(letter: Letter | 'm'): string {
  return `is-${letter === '.' ? 'none' : letter}`;
}
