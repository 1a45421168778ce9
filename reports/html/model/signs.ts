// The sign of a verdict. Colour never carries the meaning alone.

import type { Letter } from './model.ts';

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

/** The class name of a letter. */
export function markClass(letter: Letter | 'm'): string {
  return `is-${letter === '.' ? 'none' : letter}`;
}
