// The judge compares expected with observed, and nothing else. It does not know which implementation was asked.

import nodePath, { type PlatformPath } from 'node:path';
import type { ResolveExpectation, RunExpectation } from '../../model/case.ts';
import { describeQuestion } from '../../model/describe.ts';
import { expectedFrom } from '../../model/expected.ts';
import type { JudgedCase, JudgedQuestion } from '../../model/judged-case.ts';
import { type Answer, type Observation, type ObservedError, unseenError } from '../../model/observation.ts';
import type { AnsweredQuestion, Check } from '../../model/run.ts';
import { judgeSteps } from './judge-steps.ts';
import { observe } from './observe.ts';
import { withoutLastNewline } from './printed.ts';

/**
 * The outcome of every question of the case.
 * @param answers to the questions of the judged case, in the same order
 * @param root real, absolute path of the tree
 * @param errorCodes false if the implementation has no error codes; then it is only judged whether it throws
 * @param rules of the paths in the root and in the answers
 */
export function judge(
  judged: JudgedCase,
  answers: readonly Answer[],
  root: string,
  errorCodes: boolean,
  rules: PlatformPath = nodePath,
): AnsweredQuestion[] {
  const checks = judged.questions.map((question, at) =>
    check(question, answers[at], { root, errorCodes, rules }),
  );
  return outcomesOf(judged, checks);
}

/** The outcomes where nothing was answered. */
export function leaveUnanswered(judged: JudgedCase): AnsweredQuestion[] {
  return outcomesOf(judged, []);
}

/** Whether the case passes: all its questions do that are judged. */
export function allPass(questions: readonly AnsweredQuestion[]): boolean {
  return questions.every(({ outcome }) => outcome === 'pass' || outcome === 'not judged');
}

function outcomesOf(
  { item, questions }: JudgedCase,
  checks: readonly (readonly Check[])[],
): AnsweredQuestion[] {
  return item.questions.map((question, index) => {
    const asked = describeQuestion(question);
    const at = questions.findIndex((judged) => judged.index === index);
    if (at < 0) return { asked, outcome: 'not judged', checks: [] };
    const own = checks[at];
    if (own === undefined) return { asked, outcome: 'unanswered', checks: [] };
    return { asked, outcome: own.every(({ holds }) => holds) ? 'pass' : 'fail', checks: [...own] };
  });
}

function check(
  { question, expected }: JudgedQuestion,
  answer: Answer | undefined,
  { root, errorCodes, rules }: { root: string; errorCodes: boolean; rules: PlatformPath },
): Check[] {
  if (question.kind === 'serve' && expected.kind === 'serve' && answer?.kind === 'serve')
    return judgeSteps(question, expected, answer, root);
  if (!answer || expected.kind === 'serve' || answer.kind === 'serve')
    throw new RangeError('every judged question needs an expectation and an answer of its kind');
  const observed = observe(root, answer, rules);
  return [{ expected: expectedFrom(expected), observed, holds: isMet(expected, observed, errorCodes) }];
}

/** Whether an observation is as expected. */
export function isMet(
  expected: ResolveExpectation | RunExpectation,
  observed: Observation,
  errorCodes: boolean,
): boolean {
  switch (expected.kind) {
    case 'file':
      return (
        observed.kind === 'file' && observed.path === expected.path && observed.suffix === expected.suffix
      );
    case 'url':
      return observed.kind === 'url' && observed.url === expected.url;
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
  if (expected.exitCode !== undefined) return observed.error === undefined || observed.error === unseenError;
  return observed.error === undefined && observed.exitCode === 0;
}

function isError(expected: string, observed: ObservedError, errorCodes: boolean): boolean {
  return !errorCodes || observed === unseenError || (observed.code ?? observed.name) === expected;
}
