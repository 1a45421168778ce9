// The tables that programs see: the cache and the handlers of extensions.

import type { Behaviours } from '../behaviours/behaviours.ts';

/** A table with these entries. */
export function publicTable<T>(behaviours: Behaviours, entries: Record<string, T>): Record<string, T> {
  return behaviours.requireCache === 'has no prototype'
    ? Object.assign(Object.create(null), entries)
    : entries;
}
