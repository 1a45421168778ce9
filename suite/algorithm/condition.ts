// The condition of a step as it is written on a page.

import type { Step } from '../../model/case.ts';
import { formatEditions } from '../../model/edition-selector.ts';

/** From each label to its own condition, such as `node 12+`; steps that are limited only by those above them have none. */
export function ownConditions(steps: readonly Step[]): ReadonlyMap<string, string> {
  const limits = new Map(steps.map(({ label, editions }) => [label, formatEditions(editions ?? [])]));
  const own = steps.flatMap(({ label }): [string, string][] => {
    const limit = limits.get(label) ?? '';
    return limit === '' || limit === limits.get(labelAbove(label)) ? [] : [[label, limit]];
  });
  return new Map(own);
}

/** The label of the step above, or the name of the operation. */
export function labelAbove(label: string): string {
  return label.replace(/[. ][^. ]+$/, '');
}

/** The words of each step with its own condition before them, by label. */
export function wordsWithConditions(steps: readonly Step[]): ReadonlyMap<string, string> {
  const conditions = ownConditions(steps);
  const words = steps.map(({ label, text }): [string, string] => {
    const condition = conditions.get(label);
    return [label, condition === undefined ? text : `(${condition}) ${text}`];
  });
  return new Map(words);
}
