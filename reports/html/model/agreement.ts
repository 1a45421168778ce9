// Whether implementations agree on a case.

import { type CaseItem, type Column, isAsked, isBad } from './model.ts';

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
