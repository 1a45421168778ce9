// From "this by default, that for some editions" to one expectation per group of editions.

import { parseEditionSelector } from '../../model/edition-selector.ts';
import { editionIds, withCommonEditions } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';

/** A value as an author stated it: for the editions of `selector`, or for all others where there is none. */
export interface Stated<T> {
  readonly selector?: string | undefined;
  readonly value: T | 'silent';
  readonly line: number;
}

/**
 * The value that holds in each edition of `scope`; editions where nothing is said, or `silent` is, are left out.
 * @throws {UsageError} when two statements speak of the same edition or a selector is wrong.
 */
export function spreadEditions<T>(
  file: string,
  scope: readonly string[],
  stated: readonly Stated<T>[],
): Map<string, T> {
  const values = new Map<string, T | 'silent'>();
  for (const { selector, value, line } of stated) {
    if (selector === undefined) continue;
    for (const edition of selectEditions(selector, { file, line })) {
      if (values.has(edition)) throw new UsageError(`two expectations speak of ${edition}`, { file, line });
      values.set(edition, value);
    }
  }
  addFallback(file, scope, stated, values);
  const known = [...values].filter(
    (entry): entry is [string, T] => entry[1] !== 'silent' && scope.includes(entry[0]),
  );
  return new Map(known.sort(([a], [b]) => editionIds.indexOf(a) - editionIds.indexOf(b)));
}

function addFallback<T>(
  file: string,
  scope: readonly string[],
  stated: readonly Stated<T>[],
  values: Map<string, T | 'silent'>,
): void {
  const [fallback, second] = stated.filter(({ selector }) => selector === undefined);
  if (second)
    throw new UsageError('two expectations name no edition; only one can hold by default', {
      file,
      line: second.line,
    });
  if (!fallback) return;
  for (const edition of scope) if (!values.has(edition)) values.set(edition, fallback.value);
}

/**
 * Groups editions that share a value, in release order of the first edition of each group. A group that holds every line of Node
 * also holds the edition of what all of them do alike.
 */
export function groupEditions<T>(values: ReadonlyMap<string, T>): { editions: string[]; value: T }[] {
  const groups = new Map<string, { editions: string[]; value: T }>();
  for (const [edition, value] of values) {
    const key = JSON.stringify(value);
    const group = groups.get(key) ?? { editions: [], value };
    group.editions.push(edition);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, editions: withCommonEditions(group.editions) }));
}

/** The editions of a selector; its complaint gets the file and line. */
export function selectEditions(selector: string, place: { file: string; line: number }): string[] {
  try {
    return parseEditionSelector(selector);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, place);
    throw error;
  }
}
