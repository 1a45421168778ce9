// The cases that are shown as comma-separated values: a row for each case, a column for each implementation.

import { csv } from '../../parts/csv.ts';
import { type CaseItem, type Column, letterWords } from './model.ts';

export function casesCsv(columns: readonly Column[], cases: readonly CaseItem[]): string {
  const head = ['case', 'title', 'rule', 'page', 'level', ...columns.map(({ label }) => label)];
  const rows = cases.map((item) => [
    item.id,
    item.title,
    item.ruleItem?.id ?? '',
    item.ruleItem?.pageId ?? '',
    item.level,
    ...columns.map((column) => letterWords[column.letter(item)]),
  ]);
  return csv([head, ...rows]);
}
