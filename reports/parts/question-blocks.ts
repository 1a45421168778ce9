// The questions of a verdict that is not as expected: a block for each, with what failed.

import { asksSeveral, type FailedCheck, failedChecks } from '../../model/failed-checks.ts';
import { inert } from '../../model/inert.ts';
import type { AnsweredQuestion, Verdict } from '../../model/run.ts';

export interface QuestionBlock {
  /** The question, or the step of a server, as harmless text. */
  readonly heading: string;
  /** Absent for a question that did not fail. */
  readonly check?: FailedCheck;
}

/** If the case asks only one question, only what failed; otherwise every question, marked. Nothing if none was answered. */
export function blocksOf(verdict: Verdict): QuestionBlock[] {
  const failed = failedChecks(verdict);
  if (!asksSeveral(verdict)) return failed.map((check) => ({ heading: inert(check.label), check }));
  if (verdict.questions.every(({ checks }) => checks.length === 0)) return [];
  return verdict.questions.flatMap((question, at): QuestionBlock[] => {
    const own = failed.filter(({ index }) => index === at);
    if (own.length === 0) return [{ heading: markedHeading(question) }];
    return own.map((check) => ({ heading: `✗ ${inert(check.label)}`, check }));
  });
}

function markedHeading({ asked, outcome }: AnsweredQuestion): string {
  return outcome === 'pass' ? `✓ ${inert(asked)}` : `– ${inert(asked)} (${outcome})`;
}
