// The trees of a fuzz run, with as many of their questions as are to be asked.

import type { TreeEntry } from '../../model/case.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import { randomQuestions } from '../../suite/fuzz/random-questions.ts';

export interface FuzzTree {
  /** With the seed, it gives this tree again. */
  readonly index: number;
  readonly tree: readonly TreeEntry[];
  readonly questions: readonly NumberedQuestion[];
}

/** A question with its number among all that are made for its tree. */
export interface NumberedQuestion {
  readonly at: number;
  readonly asked: OpenQuestion;
}

export interface FuzzPlan {
  readonly seed: number;
  /** How many questions are asked. */
  readonly questions: number;
  /** If set, only this tree. */
  readonly tree?: number | undefined;
  readonly kinds: ReadonlySet<OpenQuestion['kind']>;
}

/** From the first tree on, until there are enough questions. */
export function* fuzzTrees({ seed, questions: most, tree: only, kinds }: FuzzPlan): Generator<FuzzTree> {
  let left = most;
  const last = only ?? Number.POSITIVE_INFINITY;
  for (let index = only ?? 0; index <= last && left > 0; index++) {
    const { tree, questions } = randomQuestions(seed, index);
    const wanted = questions
      .map((asked, at) => ({ at, asked }))
      .filter(({ asked }) => kinds.has(asked.kind))
      .slice(0, left);
    left -= wanted.length;
    if (wanted.length > 0) yield { index, tree, questions: wanted };
  }
}
