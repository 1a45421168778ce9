// Judges servers: one check for each step that must show something.

import type { Question, ServeExpectation, ShownStep } from '../../model/case.ts';
import { describeStep } from '../../model/describe-steps.ts';
import type { ObservedStep, ServeAnswer } from '../../model/observation.ts';
import type { Check } from '../../model/run.ts';
import { observeStep } from './observe.ts';
import { withoutLastNewline } from './printed.ts';

type ServeQuestion = Extract<Question, { kind: 'serve' }>;

/** @param root real, absolute path of the app that was served */
export function judgeSteps(
  question: ServeQuestion,
  expected: ServeExpectation,
  answer: ServeAnswer,
  root: string,
): Check[] {
  return expected.shows.map((shown) => {
    const seen = answer.steps.find(({ step }) => step === shown.step) ?? notReached(shown.step);
    const observed = observeStep(root, seen);
    const taken = question.steps[shown.step - 1];
    return {
      step: `step ${shown.step}: ${taken ? describeStep(taken) : 'missing'}`,
      expected: shown,
      observed,
      holds: isShown(shown, observed),
    };
  });
}

function notReached(step: number): ObservedStep {
  return { kind: 'step', step, stdout: '', state: { kind: 'not reached' } };
}

function isShown(shown: ShownStep, { stdout, state }: ObservedStep): boolean {
  if (withoutLastNewline(stdout) !== withoutLastNewline(shown.stdout)) return false;
  switch (shown.kind) {
    case 'listens':
      return state.kind === 'listens';
    case 'stalls':
      return state.kind === 'waiting' || (state.kind === 'ended' && state.exitCode === 0);
    case 'ends':
      return state.kind === 'ended' && state.exitCode === shown.exitCode;
    case 'responds':
      return state.kind === 'responded' && state.status === shown.status && hasBody(shown.body, state.body);
    case 'no response':
      return state.kind === 'no response';
  }
}

function hasBody(expected: string | undefined, observed: string): boolean {
  return expected === undefined || withoutLastNewline(observed) === withoutLastNewline(expected);
}
