// A run of format 1 as a run of today.

import type { FormerRun } from './former-run.ts';
import type { AnsweredQuestion, Check, Run, Verdict } from './run.ts';

type FormerVerdict = FormerRun['verdicts'][number];
type FormerCheck = FormerVerdict['checks'][number];

/** The questions of a case in words, in order; undefined if the case is not known, or has another hash by now. */
export type QuestionsOf = (id: string, hash: string) => readonly string[] | undefined;

export function upgradeRun(run: FormerRun, questionsOf: QuestionsOf): Run {
  const verdicts = run.verdicts.map(({ checks, ...verdict }): Verdict => {
    const answered = answeredQuestions(checks);
    const asked = questionsOf(verdict.case, verdict.hash);
    return { ...verdict, questions: asked ? atTheirIndices(answered, asked) : answered };
  });
  return { ...run, header: { ...run.header, format: 2 }, verdicts };
}

/** In the order of the case. A case for a server asks one question, of which each step was a check. */
function answeredQuestions(checks: readonly FormerCheck[]): AnsweredQuestion[] {
  const steps = checks.filter(({ observed }) => observed.kind === 'step');
  if (steps.length > 0)
    return [
      toQuestion(
        'serve',
        steps.map((check) => toCheck(check, check.question)),
      ),
    ];
  return checks.map((check) => toQuestion(check.question, [toCheck(check)]));
}

function toCheck({ expected, observed, holds }: FormerCheck, step?: string): Check {
  return {
    ...(step === undefined ? {} : { step }),
    expected: { kind: 'words', words: expected },
    observed,
    holds,
  };
}

function toQuestion(asked: string, checks: Check[]): AnsweredQuestion {
  return { asked, outcome: checks.every(({ holds }) => holds) ? 'pass' : 'fail', checks };
}

/** Words decide only here, because the format has nothing else. */
function atTheirIndices(answered: readonly AnsweredQuestion[], asked: readonly string[]): AnsweredQuestion[] {
  const [first] = answered;
  if (first?.asked === 'serve') return asked.map((words) => ({ ...first, asked: words }));
  const missing = answered.length === 0 ? 'unanswered' : 'not judged';
  return asked.map(
    (words) =>
      answered.find((question) => question.asked === words) ?? { asked: words, outcome: missing, checks: [] },
  );
}
