// The outcome of asking a host: answers, or the reason why there are none.

import type { Answer } from '../../model/observation.ts';

export type HostOutcome =
  | { readonly kind: 'answered'; readonly answers: readonly Answer[]; readonly stderr?: string }
  | { readonly kind: 'skipped'; readonly reason: string; readonly issue?: string }
  /** The adapter reports that it could not ask the implementation, or it broke. */
  | { readonly kind: 'errored'; readonly reason: string; readonly stderr?: string }
  /** The implementation ended its process too early, or wrote too much. */
  | {
      readonly kind: 'crashed';
      readonly reason: string;
      /** Set if it wrote more than is read. */
      readonly flooded?: true;
      readonly stderr?: string;
    }
  | { readonly kind: 'timed out'; readonly afterMs: number; readonly stderr?: string };

/** An outcome after which the process is not used again. */
export type Failure = Extract<HostOutcome, { kind: 'errored' | 'crashed' | 'timed out' }>;
