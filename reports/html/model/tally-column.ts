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

export function tally(column: Column, cases: readonly CaseItem[]): Tally {
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

/** In whole percent; 100 only if it is all of them. */
export function percent(pass: number, asked: number): number {
  if (asked === 0) return 0;
  return pass === asked ? 100 : Math.min(99, Math.round((pass / asked) * 100));
}

/** Whether some implementation that was asked passes and another does not. */
export function isDisagreement(columns: readonly Column[], item: CaseItem): boolean {
  const letters = columns.map((column) => column.letter(item)).filter(isAsked);
  return letters.includes('p') && letters.some(isBad);
}

/** Whether every implementation that was asked passes. */
export function passesEverywhere(columns: readonly Column[], item: CaseItem): boolean {
  const letters = columns.map((column) => column.letter(item)).filter(isAsked);
  return letters.length > 0 && !letters.some(isBad);
}
