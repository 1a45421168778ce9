// Why an implementation has no verdict on a case.

import { type CaseItem, type Column, expectationFor, type Model } from './model.ts';

/** Undefined if it was asked. */
export function whyNotAsked(model: Model, column: Column, item: CaseItem): string | undefined {
  if (column.letter(item) !== '.') return undefined;
  const judged = item.questions.some(({ expect }) => expectationFor(model, expect, column.edition));
  if (!judged) return `${column.edition} expects nothing of it`;
  const { cases = 0, available = 0, shard, complete } = model.data.runs[column.run] ?? { complete: true };
  if (shard) return `another shard of its run may have asked it`;
  if (!complete && !column.complete) return 'its run was broken off before';
  if (cases < available) return 'it was not among the cases that its run selected';
  return 'the case is newer than its run';
}
