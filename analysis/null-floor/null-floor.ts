// The null floor: how many cases trivial loaders pass, judged like any other loader.

import { allPass, judge } from '../../harness/judge/judge.ts';
import type { Case } from '../../model/case.ts';
import { judgedCases } from '../../model/judged-case.ts';
import type { Answer } from '../../model/observation.ts';
import type { AnsweredQuestion } from '../../model/run.ts';
import { createNullLoaders, type NullLoader, nullRoot } from './null-loaders.ts';

export interface NullFloor {
  /** The best of the null loaders on these cases, in an edition, with the cases and the questions that it passes. */
  best(cases: readonly Case[], edition: string): NullScore;
  /** The cases of an edition that at least one of them passes. */
  passed(cases: readonly Case[], edition: string): Case[];
}

export interface NullScore {
  readonly loader: string;
  /** How many cases it passes. */
  readonly pass: number;
  /** Of the questions of all cases, how many it passes: some of a case that it fails, perhaps. */
  readonly questions: { readonly pass: number; readonly asked: number };
}

/** The answers are kept, because many implementations are compared with the same loaders. */
export function createNullFloor(): NullFloor {
  const loaders = createNullLoaders();
  const outcomes = rememberOutcomes(loaders);
  const passes = (loader: string, item: Case, edition: string) => {
    const own = outcomes(loader, item, edition);
    return own.length > 0 && allPass(own);
  };
  return {
    best(cases, edition) {
      const scores = Object.keys(loaders).map((loader) => ({
        loader,
        pass: cases.filter((item) => passes(loader, item, edition)).length,
        questions: countQuestions(cases.flatMap((item) => outcomes(loader, item, edition))),
      }));
      return scores.reduce((best, score) => (score.pass > best.pass ? score : best));
    },
    passed: (cases, edition) =>
      cases.filter((item) => Object.keys(loaders).some((loader) => passes(loader, item, edition))),
  };
}

type NullLoaders = Readonly<Record<string, NullLoader>>;

function countQuestions(answered: readonly AnsweredQuestion[]): NullScore['questions'] {
  return { pass: answered.filter(({ outcome }) => outcome === 'pass').length, asked: answered.length };
}

type Outcomes = (loader: string, item: Case, edition: string) => readonly AnsweredQuestion[];

/** The questions of a case that the edition judges, answered by a null loader. */
function rememberOutcomes(loaders: NullLoaders): Outcomes {
  const answers = rememberAnswers(loaders);
  const known = new Map<string, readonly AnsweredQuestion[]>();
  return (loader, item, edition) => {
    const key = `${loader} ${item.id} ${edition}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answered = judgedCases([item], edition).flatMap((judged) => {
      const given = judged.questions.map(({ index }) => answers(loader, item, index));
      return judge(judged, given, nullRoot, true).filter(({ outcome }) => outcome !== 'not judged');
    });
    known.set(key, answered);
    return answered;
  };
}

function rememberAnswers(loaders: NullLoaders): (loader: string, item: Case, index: number) => Answer {
  const known = new Map<string, Answer>();
  return (loader, item, index) => {
    const key = `${loader} ${item.id} ${index}`;
    const question = item.questions[index];
    const answer = loaders[loader];
    if (!question || !answer) throw new RangeError(`there is no question ${index} or loader '${loader}'`);
    const given = known.get(key) ?? answer(item, question);
    known.set(key, given);
    return given;
  };
}
