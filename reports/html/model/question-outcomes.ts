// The outcome of each question of a case that asks several.

import { type CaseItem, type Column, expectationFor, type Model } from './model.ts';

export const outcomeSigns = { pass: '✓', fail: '✗', unanswered: '–', 'not judged': '·' } as const;
export type ShownOutcome = keyof typeof outcomeSigns;

/** In the order of the questions; empty if the case was not asked. */
export function questionOutcomes(model: Model, column: Column, item: CaseItem): ShownOutcome[] {
  const letter = column.letter(item);
  if (letter === '.' || letter === 's') return [];
  const failed = new Set((column.detail(item)?.checks ?? []).map(([index]) => index));
  return item.questions.map(({ expect }, index) => {
    if (!expectationFor(model, expect, column.edition)) return 'not judged';
    if (failed.has(index)) return 'fail';
    return letter === 'p' || letter === 'f' ? 'pass' : 'unanswered';
  });
}
