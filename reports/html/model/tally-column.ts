// Counts the letters of a column over some cases.

import type { CaseItem, Column, Letter } from './model.ts';
import { isAsked, isBad } from './model.ts';

export interface Tally {
  readonly pass: number;
  readonly bad: number;
  readonly skip: number;
  /** Asked and not skipped. */
  readonly asked: number;
}

export function tallyColumn(column: Column, cases: readonly CaseItem[]): Tally {
  let pass = 0;
  let bad = 0;
  let skip = 0;
  let asked = 0;
  for (const item of cases) {
    const letter = column.letter(item);
    if (letter === 'p') pass++;
    if (letter === 's') skip++;
    if (isBad(letter)) bad++;
    if (isAsked(letter)) asked++;
  }
  return { pass, bad, skip, asked };
}

/** One letter for many: the letter of all, or `m` if they differ. */
export function summarize({ pass, bad, skip, asked }: Tally): Letter | 'm' {
  if (asked === 0) return skip > 0 ? 's' : '.';
  if (bad === 0) return 'p';
  return pass === 0 ? 'f' : 'm';
}
