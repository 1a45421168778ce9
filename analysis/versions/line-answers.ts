// Which release lines do what a loader did, and where a rule changed from line to line. All of it follows from the
// expectations that the cases have for each line.

import { isMet } from '../../harness/judge/judge.ts';
import type { Question } from '../../model/case.ts';
import type { Observation } from '../../model/observation.ts';

/** The editions that expect what was observed. */
export function editionsThatFit({ expect }: Question, observed: Observation, errorCodes: boolean): string[] {
  const all: readonly Question['expect'][number][] = expect;
  return all.flatMap((expected) =>
    expected.kind !== 'serve' && isMet(expected, observed, errorCodes) ? expected.editions : [],
  );
}
