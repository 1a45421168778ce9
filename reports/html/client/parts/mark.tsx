// The sign of a verdict. Colour never carries the meaning alone.

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

/** The class name of a letter. */
export function markClass(letter: Letter | 'm'): string {
  return `is-${letter === '.' ? 'none' : letter}`;
}
