// The null floor: how many cases trivial loaders pass, judged like any other loader.

import { allPass, judge } from '../../harness/judge/judge.ts';
import type { Case } from '../../model/case.ts';
import { judgedCases } from '../../model/judged-case.ts';
import type { Answer } from '../../model/observation.ts';
import { createNullLoaders, type NullLoader, nullRoot } from './null-loaders.ts';

export interface NullFloor {
  /** The best of the null loaders on these cases, in an edition, and what it passes. */
  best(cases: readonly Case[], edition: string): { loader: string; pass: number };
  /** The cases of an edition that at least one of them passes. */
  passed(cases: readonly Case[], edition: string): Case[];
}

/** The answers are kept, because many implementations are compared with the same loaders. */
export function createNullFloor(): NullFloor {
  const loaders = createNullLoaders();
  const passes = rememberPasses(loaders);
  return {
    best(cases, edition) {
      const scores = Object.keys(loaders).map((loader) => ({
        loader,
        pass: cases.filter((item) => passes(loader, item, edition)).length,
      }));
      return scores.reduce((best, score) => (score.pass > best.pass ? score : best));
    },
    passed: (cases, edition) =>
      cases.filter((item) => Object.keys(loaders).some((loader) => passes(loader, item, edition))),
  };
}

type NullLoaders = Readonly<Record<string, NullLoader>>;

function rememberPasses(loaders: NullLoaders): (loader: string, item: Case, edition: string) => boolean {
  const answers = rememberAnswers(loaders);
  const known = new Map<string, boolean>();
  return (loader, item, edition) => {
    const key = `${loader} ${item.id} ${edition}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const passed = judgedCases([item], edition).some((judged) => {
      const given = judged.questions.map(({ index }) => answers(loader, item, index));
      return allPass(judge(judged, given, nullRoot, true));
    });
    known.set(key, passed);
    return passed;
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
