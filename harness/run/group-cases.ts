// Cases that need a host started with the same variables are asked together in one.

import type { JudgedCase } from '../../model/judged-case.ts';
import type { Variables } from '../adapters/adapter.ts';
import { type DescribedLoader, variablesToStartWith } from './place.ts';

export interface Group<T> {
  readonly variables: Variables;
  readonly cases: readonly T[];
}

/** @returns the groups of at least two cases, and the cases that are left, in their order */
export function groupCases<T extends { readonly judged: JudgedCase }>(
  cases: readonly T[],
  loader: DescribedLoader,
): { groups: Group<T>[]; rest: T[] } {
  const found = new Map<string, { variables: Variables; cases: T[] }>();
  for (const one of cases) {
    const variables = variablesToStartWith(one.judged, loader);
    if (!variables) continue;
    const key = JSON.stringify(Object.entries(variables).sort());
    const group = found.get(key);
    if (group) group.cases.push(one);
    else found.set(key, { variables, cases: [one] });
  }
  // A host for a single case costs as much as a process for it.
  const groups = [...found.values()].filter(({ cases: own }) => own.length > 1);
  const grouped = new Set(groups.flatMap(({ cases: own }) => own));
  return { groups, rest: cases.filter((one) => !grouped.has(one)) };
}
