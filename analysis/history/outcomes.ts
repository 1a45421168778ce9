// What versions of an implementation did with the same cases, so far as versions are compared.

import type { Run, Verdict } from '../../model/run.ts';

/** The verdicts of a version, by the id of the case. */
export type Outcomes = ReadonlyMap<string, Verdict>;

export function outcomesOf({ verdicts }: Run): Outcomes {
  return new Map(verdicts.map((verdict) => [verdict.case, verdict]));
}

/** Whether two verdicts on the same case are the same, question by question, whatever was observed. */
export function isSameOutcome(one: Verdict | undefined, other: Verdict | undefined): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(verdict: Verdict | undefined): string {
  return verdict ? [verdict.verdict, ...verdict.questions.map(({ outcome }) => outcome)].join() : '';
}

/** The ids of the cases whose outcome differs, in the order of the cases. */
export function differingCases(before: Outcomes, after: Outcomes): string[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => !isSameOutcome(before.get(id), after.get(id)));
}
