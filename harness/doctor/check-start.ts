// Checks how an adapter starts and stops: it introduces itself, describes itself, and stops on request.

import { type DoctorCheck, isOk, mendWhen, notAsked } from './doctor-check.ts';
import type { Transcript } from './transcript.ts';

export function checkHandshake({ introduction }: Transcript): DoctorCheck {
  const check = 'the adapter starts and introduces itself';
  if (introduction === undefined) return notAsked(check);
  const found = typeof introduction === 'string' ? introduction : undefined;
  return mendWhen(
    check,
    found,
    'reply to the start message with one line of JSON, {"version": 1, "implementation": {…}}; flush after it',
  );
}

export function checkDescription({ introduction, description }: Transcript): DoctorCheck {
  const check = 'the introduction is complete and valid';
  if (typeof introduction === 'string') return notAsked(check);
  if (typeof description !== 'string') return isOk(check);
  return {
    check,
    state: 'mend',
    found: description,
    mend: "name capabilities of 'modspec list needs' and an edition of 'modspec list editions'",
  };
}

export function checkStop({ hosts }: Transcript): DoctorCheck {
  const check = 'the process ends after the stop message';
  const asked = hosts.flatMap(({ stoppedByItself }) =>
    stoppedByItself === undefined ? [] : [stoppedByItself],
  );
  if (asked.length === 0) return notAsked(check);
  return mendWhen(
    check,
    asked.includes(false)
      ? 'a second after the stop message the process was still alive, and was killed'
      : undefined,
    'end the process and its child processes after the stop message, and at the end of standard input',
  );
}
