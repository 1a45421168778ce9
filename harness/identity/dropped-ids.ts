// Ids that were given out and are gone without a word.

import type { PublishedId } from '../cases/published-ids.ts';
import type { IdRegister } from './id-register.ts';

/** The published ids that no page has and the register does not tell of. */
export function droppedIds(
  published: readonly PublishedId[],
  present: ReadonlySet<string>,
  register: IdRegister,
): PublishedId[] {
  return published.filter(({ id }) => !present.has(id) && !register.has(id));
}
