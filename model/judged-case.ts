// A case as one edition judges it: the questions for which the edition has an expectation, each with that expectation.

import type { Case, Question } from './case.ts';

/** A question and what is expected in the edition. */
export interface JudgedQuestion<Q extends Question = Question> {
  /** The index of the question in the case. */
  readonly index: number;
  readonly question: Q;
  readonly expected: Q['expect'][number];
}

export interface JudgedCase {
  readonly item: Case;
  readonly edition: string;
  /** In the order of the case; never empty. */
  readonly questions: readonly JudgedQuestion[];
}

/** @throws {RangeError} if the edition expects nothing of the case. */
export function judgedCase(item: Case, edition: string): JudgedCase {
  const [judged] = judgedCases([item], edition);
  if (judged === undefined) throw new RangeError(`${edition} expects nothing of ${item.id}`);
  return judged;
}

/** The cases of which the edition expects something, in their order. */
export function judgedCases(cases: readonly Case[], edition: string): JudgedCase[] {
  return cases.flatMap((item) => {
    const questions = judgedQuestions(item, edition);
    return questions.length === 0 ? [] : [{ item, edition, questions }];
  });
}

function judgedQuestions(item: Case, edition: string): JudgedQuestion[] {
  return item.questions.flatMap((question, index) => {
    const expected = expectationIn(question, edition);
    return expected === undefined ? [] : [{ index, question, expected }];
  });
}

/** What a question expects in an edition; undefined if it expects nothing there. */
export function expectationIn<Q extends Question>(
  { expect }: Q,
  edition: string,
): Q['expect'][number] | undefined {
  const all: readonly Q['expect'][number][] = expect;
  return all.find(({ editions }) => editions.includes(edition));
}
