// What was seen of one question.

import type { Observation } from '../../model/observation.ts';

/** One answer to one question, by one implementation in one edition. */
export interface Sighting {
  readonly edition: string;
  /** The reference, or the version of a Node. */
  readonly by: 'reference' | { readonly node: string };
  readonly observed: Observation;
  /** Whether the page expects this answer in the edition. */
  readonly holds: boolean;
}
