// What failed in a verdict, question by question.

import type { Check, Verdict } from './run.ts';

/** A check that does not hold. */
export interface FailedCheck extends Check {
  /** The index of its question in the case. */
  readonly index: number;
  /** In words: the question, or the step of the server. */
  readonly label: string;
}

type Questions = Pick<Verdict, 'questions'>;

export function failedChecks({ questions }: Questions): FailedCheck[] {
  return questions.flatMap(({ asked, checks }, index) =>
    checks.filter(({ holds }) => !holds).map((check) => ({ ...check, index, label: check.step ?? asked })),
  );
}

/** Whether the case asks more than one question, so that it matters which of them failed. */
export function asksSeveral({ questions }: Questions): boolean {
  return questions.length > 1;
}
