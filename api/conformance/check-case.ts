// Asks one case, and fails as tests do if the answer is not as expected.

import { AssertionError } from 'node:assert';
import { allPass } from '../../harness/judge/judge.ts';
import type { Rule } from '../../model/case.ts';
import { describeExpected, describeObservation } from '../../model/describe.ts';
import { failedChecks } from '../../model/failed-checks.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import type { AnsweredQuestion, Verdict } from '../../model/run.ts';
import { renderUnmet } from '../../reports/commands/render-unmet.ts';
import type { AcceptedCases } from './accepted.ts';

export interface CaseCheck {
  readonly judged: JudgedCase;
  readonly rule: Rule;
  /** Why it can't be asked. */
  readonly skip: string | undefined;
  readonly ask: () => Promise<AnsweredQuestion[]>;
  readonly accepted: AcceptedCases | undefined;
}

/** @throws {AssertionError} if the case fails and is not accepted, or is accepted and does not fail in that way */
export async function checkCase({ judged, rule, ask, accepted }: CaseCheck): Promise<void> {
  const { item, edition } = judged;
  const verdict = verdictOn(judged, await ask());
  const complaint = accepted?.complaintAbout(verdict);
  if (complaint !== undefined) throw failure(verdict, complaint);
  if (verdict.verdict === 'pass' || accepted?.reasonFor(item.id) !== undefined) return;
  throw failure(verdict, renderUnmet(item, rule, verdict, edition));
}

function verdictOn({ item }: JudgedCase, questions: AnsweredQuestion[]): Verdict {
  const { id, hash, rule, level } = item;
  const verdict = allPass(questions) ? 'pass' : 'fail';
  return {
    implementation: '',
    case: id,
    position: 0,
    hash,
    rule,
    level,
    verdict,
    questions,
    alone: false,
    ms: 0,
  };
}

function failure(verdict: Verdict, message: string): AssertionError {
  const [first] = failedChecks(verdict);
  return new AssertionError({
    message,
    expected: first ? describeExpected(first.expected) : 'a failure',
    actual: first ? describeObservation(first.observed) : 'pass',
    operator: 'resolves as the specification says',
  });
}
