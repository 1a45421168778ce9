// Sorts rules into those that implementations disagree on, fail and pass.

import { isDisagreement } from './agreement.ts';
import type { CaseItem, Column, Model, RuleItem } from './model.ts';
import { isAsked, isBad } from './model.ts';

export interface RuleStanding {
  readonly rule: RuleItem;
  /** The cases that put the rule into its list. */
  readonly cases: readonly CaseItem[];
  /** The columns that fail at least one of these cases. */
  readonly failing: readonly Column[];
}

export interface Standings {
  /** Some implementation passes a case that another one fails. */
  readonly disagreed: readonly RuleStanding[];
  /** Every implementation that was asked fails the same cases. */
  readonly failed: readonly RuleStanding[];
  readonly passed: readonly RuleItem[];
}

export function classifyRules(model: Model, columns: readonly Column[]): Standings {
  const disagreed: RuleStanding[] = [];
  const failed: RuleStanding[] = [];
  const passed: RuleItem[] = [];
  for (const rule of model.rules) {
    const cases = rule.cases.flatMap((index) => model.cases[index] ?? []);
    const between = cases.filter((item) => isDisagreement(columns, item));
    const bad = cases.filter((item) => columns.some((column) => isBad(column.letter(item))));
    if (between.length > 0) disagreed.push(standing(rule, between, columns));
    else if (bad.length > 0) failed.push(standing(rule, bad, columns));
    else if (cases.some((item) => columns.some((column) => isAsked(column.letter(item))))) passed.push(rule);
  }
  const most = (a: RuleStanding, b: RuleStanding) => b.cases.length - a.cases.length;
  return { disagreed: disagreed.sort(most), failed: failed.sort(most), passed };
}

function standing(rule: RuleItem, cases: readonly CaseItem[], columns: readonly Column[]): RuleStanding {
  return {
    rule,
    cases,
    failing: columns.filter((column) => cases.some((item) => isBad(column.letter(item)))),
  };
}
