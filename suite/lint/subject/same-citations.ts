// Rules that rest on the same statements of the sources.

import type { Rule } from '../../../model/case.ts';
import type { Page } from '../../pages/parse-page.ts';
import { citationsIn } from './citations.ts';

export interface CitingRule {
  readonly rule: Rule;
  readonly page: Page;
}

/** Groups of two rules and more that cite exactly the same statements; algorithms are left out. */
export function rulesCitingTheSame(pages: readonly Page[]): CitingRule[][] {
  const groups = new Map<string, CitingRule[]>();
  for (const page of pages)
    for (const rule of page.rules) {
      const keys = citationsIn([{ ...page, rules: [rule] }]).map(({ key }) => key);
      if (keys.length === 0 || rule.steps.length > 0) continue;
      const name = [...new Set(keys)].sort().join('\n');
      groups.set(name, [...(groups.get(name) ?? []), { rule, page }]);
    }
  return [...groups.values()].filter(({ length }) => length > 1);
}

export function placeOfRule({ rule, page }: CitingRule): string {
  return `${rule.id} (${page.file}:${rule.line})`;
}
