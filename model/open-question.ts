// A question without an expectation, and the tree that it is asked about.

import type { TreeEntry } from './case.ts';
import type { WayOfImport } from './vocabulary.ts';

export type OpenQuestion =
  | {
      readonly kind: 'resolve';
      readonly from: string;
      readonly specifier: string;
      readonly by?: WayOfImport | undefined;
    }
  | { readonly kind: 'run'; readonly entry: string };

/** A tree and a question about which two implementations may differ. */
export interface Suspect {
  readonly tree: readonly TreeEntry[];
  readonly asked: OpenQuestion;
}
