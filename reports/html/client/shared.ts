// What every view is given.

import type { CaseItem, Column, Model } from '../model/model.ts';
import type { Navigation } from './navigation.ts';

export interface Shared extends Navigation {
  readonly model: Model;
  /** The columns that are shown, in their order. */
  readonly columns: readonly Column[];
  /** The cases that the query asks for, in the order of the specification. */
  readonly cases: readonly CaseItem[];
}
