// Judges the answers to one case, as a run does.

import { allPass, judge as judgeAnswers } from '../harness/judge/judge.ts';
import type { Case } from '../model/case.ts';
import { type JudgedCase, judgedCase, judgedCases } from '../model/judged-case.ts';
import type { Answer } from '../model/observation.ts';
import type { AnsweredQuestion } from '../model/run.ts';

export interface JudgeSettings {
  /** The edition to judge by, such as `node-24`. */
  readonly edition: string;
  /** The real, absolute path of the tree in which the answers were given. */
  readonly root: string;
  /** Whether the errors of the implementation have the codes of Node; if not, it is only judged whether it throws. Absent: true. */
  readonly errorCodes?: boolean | undefined;
}

export interface Judgement {
  readonly verdict: 'pass' | 'fail';
  /** Every question of the case at its index; those of which the edition expects nothing are not judged. */
  readonly questions: readonly AnsweredQuestion[];
}

/**
 * Compares answers with what an edition expects.
 * @param answers one for each question that {@link questionsOf} gives, in the same order
 * @throws {RangeError} if the edition expects nothing of the case, or an answer is missing
 */
export function judge(item: Case, answers: readonly Answer[], settings: JudgeSettings): Judgement {
  const { edition, root, errorCodes = true } = settings;
  const questions = judgeAnswers(judgedCase(item, edition), answers, root, errorCodes);
  return { verdict: allPass(questions) ? 'pass' : 'fail', questions };
}

/** The questions of a case of which an edition expects something, each with the expectation; none if there is no such question. */
export function questionsOf(item: Case, edition: string): JudgedCase['questions'] {
  return judgedCases([item], edition)[0]?.questions ?? [];
}
