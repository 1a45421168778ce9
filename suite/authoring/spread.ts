// The shortest way to write values by edition: a default for most editions, the others by name.

import { formatEditions } from '../../model/edition-selector.ts';
import { groupEditions } from '../pages/spread-editions.ts';

/** A value and its editions; without a selector it is the default for all other editions. */
export interface SelectedValue<T> {
  readonly selector?: string;
  readonly value: T | 'silent';
}

/**
 * The default first, then the others in release order. Editions of the scope without a value are `silent`.
 * @param scope the editions of the page, in release order
 */
export function spread<T>(values: ReadonlyMap<string, T>, scope: readonly string[]): SelectedValue<T>[] {
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

/** Like {@link spread}, for a value that may be missing: no default may apply to an edition without a value. */
export function spreadOptional<T>(
  values: ReadonlyMap<string, T>,
  spoken: readonly string[],
): SelectedValue<T>[] {
  if (spoken.every((edition) => values.has(edition))) return spread(values, spoken);
  return groupEditions(values).map(({ editions, value }) => ({ selector: formatEditions(editions), value }));
}
