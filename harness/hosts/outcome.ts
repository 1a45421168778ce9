// What came of asking a host: answers, or why there are none.

import type { Answer } from '../model/observation.ts';

export type Outcome =
  | { readonly kind: 'answered'; readonly answers: readonly Answer[]; readonly stderr?: string }
  | { readonly kind: 'skipped'; readonly reason: string; readonly issue?: string }
  /** The adapter says, or shows, that it could not ask the implementation. */
  | { readonly kind: 'errored'; readonly reason: string; readonly stderr?: string }
  /** The implementation took its process down, or flooded it. */
  | {
      readonly kind: 'crashed';
      readonly reason: string;
      /** Set when it wrote more than is read. */
      readonly flooded?: true;
      readonly stderr?: string;
    }
  | { readonly kind: 'timed out'; readonly afterMs: number; readonly stderr?: string };

/** An outcome after which the process that gave it is of no further use. */
export type Failure = Extract<Outcome, { kind: 'errored' | 'crashed' | 'timed out' }>;
