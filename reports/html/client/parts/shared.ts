// The props of every view.

import type { CaseItem, Column, Model } from '../../model/model.ts';
import type { Navigation } from './navigation.ts';

export interface Shared extends Navigation {
  readonly model: Model;
  /** The columns that are shown, in their order. */
  readonly columns: readonly Column[];
  /** The cases that match the query, in the order of the specification. */
  readonly cases: readonly CaseItem[];
}
