// A finding of the linter: what is missing or wrong, where, and how it is mended.

export interface Finding {
  /** Permanent name of the check. */
  readonly check: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}
