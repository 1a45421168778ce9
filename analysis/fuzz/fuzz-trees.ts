// The trees of a fuzz run, with as many of their questions as are to be asked.

import type { TreeEntry } from '../../model/case.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import type { Way } from '../../model/vocabulary.ts';
import { randomImports } from '../../suite/fuzz/random-imports.ts';
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
  /** What asks. By `import` there are resolutions alone. */
  readonly by: Way;
  /** Whether both implementations can be asked a question. */
  readonly isWanted: (asked: OpenQuestion) => boolean;
}

/** From the first tree on, until there are enough questions. */
export function* fuzzTrees({
  seed,
  questions: most,
  tree: only,
  by,
  isWanted,
}: FuzzPlan): Generator<FuzzTree> {
  let left = most;
  const last = only ?? Number.POSITIVE_INFINITY;
  for (let index = only ?? 0; index <= last && left > 0; index++) {
    const { tree, questions } =
      by === 'require' ? randomQuestions(seed, index) : randomImports(seed, index, by);
    const wanted = questions
      .map((asked, at) => ({ at, asked }))
      .filter(({ asked }) => isWanted(asked))
      .slice(0, left);
    left -= wanted.length;
    if (wanted.length > 0) yield { index, tree, questions: wanted };
  }
}
