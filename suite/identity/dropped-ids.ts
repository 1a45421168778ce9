// Finds published ids that disappeared without an entry in the register.

import type { IdRegister } from './id-register.ts';
import type { PublishedId } from './published-ids.ts';

/** The published ids that are neither on a page nor in the register. */
export function droppedIds(
  published: readonly PublishedId[],
  present: ReadonlySet<string>,
  register: IdRegister,
): PublishedId[] {
  return published.filter(({ id }) => !present.has(id) && !register.has(id));
}
