// The judge compares expected with observed, and nothing else. It does not know which implementation was asked.

import type { ResolveExpectation, RunExpectation } from '../../model/case.ts';
import { describeExpectation, describeQuestion } from '../../model/describe.ts';
import type { JudgedQuestion } from '../../model/judged-case.ts';
import { type Answer, type Observation, type ObservedError, unseenError } from '../../model/observation.ts';
import type { Check } from '../../model/run.ts';
import { judgeSteps } from './judge-steps.ts';
import { observe } from './observe.ts';
import { withoutLastNewline } from './printed.ts';

/**
 * Judges the answers to the questions of a judged case, in the same order.
 * @param root real, absolute path of the tree
 * @param errorCodes false if the implementation has no error codes; then it is only judged whether it throws
 */
export function judge(
  questions: readonly JudgedQuestion[],
  answers: readonly Answer[],
  root: string,
  errorCodes: boolean,
): Check[] {
  return questions.flatMap(({ question, expected }, index) => {
    const answer = answers[index];
    if (question.kind === 'serve' && expected.kind === 'serve' && answer?.kind === 'serve')
      return judgeSteps(question, expected, answer, root);
    if (!answer || expected.kind === 'serve' || answer.kind === 'serve')
      throw new RangeError('every judged question needs an expectation and an answer of its kind');
    const observed = observe(root, answer);
    const holds = isMet(expected, observed, errorCodes);
    return [
      { question: describeQuestion(question), expected: describeExpectation(expected), observed, holds },
    ];
  });
}

/** Whether an observation is as expected. */
export function isMet(
  expected: ResolveExpectation | RunExpectation,
  observed: Observation,
  errorCodes: boolean,
): boolean {
  switch (expected.kind) {
    case 'file':
      return observed.kind === 'file' && observed.path === expected.path;
    case 'builtin':
      return observed.kind === 'builtin' && observed.name === expected.name;
    case 'error':
      return observed.kind === 'error' && isError(expected.error, observed.error, errorCodes);
    case 'run':
      return observed.kind === 'run' && endsAsExpected(expected, observed, errorCodes);
  }
}

function endsAsExpected(
  expected: RunExpectation,
  observed: Extract<Observation, { kind: 'run' }>,
  errorCodes: boolean,
): boolean {
  if (withoutLastNewline(observed.stdout) !== withoutLastNewline(expected.stdout)) return false;
  if (expected.exitCode !== undefined && observed.exitCode !== expected.exitCode) return false;
  if (expected.error !== undefined)
    return observed.error !== undefined && isError(expected.error, observed.error, errorCodes);
  if (expected.exitCode !== undefined)
    return observed.error === undefined || observed.error.name === unseenError.name;
  return observed.error === undefined && observed.exitCode === 0;
}

function isError(expected: string, observed: ObservedError, errorCodes: boolean): boolean {
  return !errorCodes || observed.name === unseenError.name || (observed.code ?? observed.name) === expected;
}
