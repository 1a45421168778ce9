// The shortest way to say what holds per edition: one value for most, and the others by name.

import { formatEditions } from '../model/edition-selector.ts';
import { groupEditions } from '../pages/spread-editions.ts';

/** A value and the editions it is stated for; without a selector it speaks for all others. */
export interface Said<T> {
  readonly selector?: string;
  readonly value: T | 'silent';
}

/**
 * The default first, then the others in release order. Editions of the scope without a value are `silent`.
 * @param scope the editions that the page speaks of, in release order
 */
export function spread<T>(values: ReadonlyMap<string, T>, scope: readonly string[]): Said<T>[] {
  const all = new Map(
    scope.map((edition): [string, T | 'silent'] => [edition, values.get(edition) ?? 'silent']),
  );
  const groups = groupEditions(all);
  const spoken = groups.filter(({ value }) => value !== 'silent');
  const most = Math.max(...spoken.map(({ editions }) => editions.length));
  const usual = spoken.findLast(({ editions }) => editions.length === most);
  if (!usual) return [];
  const others = groups.filter((group) => group !== usual);
  return [
    { value: usual.value },
    ...others.map(({ editions, value }) => ({ selector: formatEditions(editions), value })),
  ];
}

/** As {@link spread}, for something that need not be said: where it is missing, no default may reach. */
export function spreadOptional<T>(values: ReadonlyMap<string, T>, spoken: readonly string[]): Said<T>[] {
  if (spoken.every((edition) => values.has(edition))) return spread(values, spoken);
  return groupEditions(values).map(({ editions, value }) => ({ selector: formatEditions(editions), value }));
}
