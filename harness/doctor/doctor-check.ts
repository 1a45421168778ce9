// The checks of the doctor, and what each found.

export interface DoctorCheck {
  /** What is checked, as a short statement that is true if nothing is wrong. */
  readonly check: string;
  readonly state: 'ok' | 'mend' | 'not asked';
  /** What was observed instead. */
  readonly found?: string;
  /** What to do about it. */
  readonly mend?: string;
}

export function isOk(check: string): DoctorCheck {
  return { check, state: 'ok' };
}

/** For a check that could not be made, or does not apply. */
export function notAsked(check: string): DoctorCheck {
  return { check, state: 'not asked' };
}

/** Ok if nothing was found. */
export function mendWhen(check: string, found: string | undefined, mend: string): DoctorCheck {
  return found === undefined ? isOk(check) : { check, state: 'mend', found, mend };
}
