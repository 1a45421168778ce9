// What the doctor found: one per check.

export interface Finding {
  /** What is checked, as a short statement that holds when all is well. */
  readonly check: string;
  readonly state: 'ok' | 'mend' | 'not asked';
  /** What was seen instead. */
  readonly found?: string;
  /** What to do about it. */
  readonly mend?: string;
}

export function isOk(check: string): Finding {
  return { check, state: 'ok' };
}

/** For what could not be tried, or does not apply. */
export function notAsked(check: string): Finding {
  return { check, state: 'not asked' };
}

/** Ok when nothing was found. */
export function mendWhen(check: string, found: string | undefined, mend: string): Finding {
  return found === undefined ? isOk(check) : { check, state: 'mend', found, mend };
}
