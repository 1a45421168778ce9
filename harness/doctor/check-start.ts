// How an adapter begins and ends: it introduces itself, says what it is, and stops when it is asked to.

import { type Finding, isOk, mendWhen, notAsked } from './finding.ts';
import type { Transcript } from './transcript.ts';

export function checkHandshake({ introduction }: Transcript): Finding {
  const check = 'it starts and introduces itself';
  if (introduction === undefined) return notAsked(check);
  const found = typeof introduction === 'string' ? introduction : undefined;
  return mendWhen(
    check,
    found,
    'reply to the start message with one line of JSON, {"version": 1, "implementation": {…}}; flush after it',
  );
}

export function checkDescription({ introduction, description }: Transcript): Finding {
  const check = 'it says what it is and what it can';
  if (typeof introduction === 'string') return notAsked(check);
  if (typeof description !== 'string') return isOk(check);
  return {
    check,
    state: 'mend',
    found: description,
    mend: "name capabilities of 'modspec list needs' and an edition of 'modspec list editions'",
  };
}

export function checkStop({ hosts }: Transcript): Finding {
  const check = 'it ends when it is asked to stop';
  const asked = hosts.flatMap(({ stoppedByItself }) =>
    stoppedByItself === undefined ? [] : [stoppedByItself],
  );
  if (asked.length === 0) return notAsked(check);
  return mendWhen(
    check,
    asked.includes(false) ? 'it was still there a second after the stop message, and was killed' : undefined,
    'end the process at the stop message, and at the end of standard input; end child processes too',
  );
}
