// The rows of the matrix: pages, rules, and the cases of rules that are unfolded.

import { groupBy } from '../../../model/group-by.ts';
import type { CaseItem, Model, Page, RuleItem } from './model.ts';

export type MatrixRow =
  | { readonly kind: 'page'; readonly page: Page | undefined; readonly cases: readonly CaseItem[] }
  | {
      readonly kind: 'rule';
      readonly rule: RuleItem;
      readonly cases: readonly CaseItem[];
      readonly open: boolean;
    }
  | { readonly kind: 'case'; readonly item: CaseItem; readonly cases: readonly CaseItem[] };

/** @param cases the cases to show, in report order */
export function matrixRows(
  model: Model,
  cases: readonly CaseItem[],
  isOpen: (rule: string) => boolean,
): MatrixRow[] {
  const byRule = groupBy(cases, ({ rule }) => rule);
  const byPage = groupBy([...byRule.keys()], (rule) => model.rules[rule]?.page ?? -1);
  return [...byPage].flatMap(([page, rules]) => {
    const all = rules.flatMap((rule) => byRule.get(rule) ?? []);
    const below = rules.flatMap((index) => ruleRows(model.rules[index], byRule.get(index) ?? [], isOpen));
    return [{ kind: 'page', page: model.pages[page], cases: all } as const, ...below];
  });
}

function ruleRows(
  rule: RuleItem | undefined,
  cases: readonly CaseItem[],
  isOpen: (rule: string) => boolean,
): MatrixRow[] {
  if (!rule) return [];
  const open = isOpen(rule.id);
  const below: MatrixRow[] = open ? cases.map((item) => ({ kind: 'case', item, cases: [item] })) : [];
  return [{ kind: 'rule', rule, cases, open }, ...below];
}
