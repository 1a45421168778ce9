// A finding of the linter: what is missing or wrong, where, and how it is mended.

import type { LineEdit } from '../../authoring/page-places.ts';

/** What a rule of the linter found. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** What is wrong here, and what to do about it. */
  readonly message: string;
  /** Mends it without changing what any case asks or expects; absent where only an author can tell. */
  readonly edit?: LineEdit;
}

export interface Finding extends Problem {
  /** Permanent name of the rule. */
  readonly rule: string;
}
