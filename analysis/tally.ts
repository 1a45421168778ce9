// Counts verdicts.

import { type Accepted, type Intended, type Verdict, type VerdictWord, verdictWords } from '../model/run.ts';

/** `accepted` and `intended` are among the failed, crashed and timed out. */
export type Counts = Readonly<Record<VerdictWord, number>> & {
  readonly total: number;
  readonly accepted: number;
  readonly intended: number;
};

export function countVerdicts(verdicts: readonly Verdict[]): Counts {
  const count = (word: VerdictWord) => verdicts.filter(({ verdict }) => verdict === word).length;
  const counts = Object.fromEntries(verdictWords.map((word) => [word, count(word)])) as Record<
    VerdictWord,
    number
  >;
  const accepted = verdicts.filter((verdict) => verdict.accepted).length;
  const intended = verdicts.filter((verdict) => verdict.intended).length;
  return { ...counts, total: verdicts.length, accepted, intended };
}

/** Such as `12 of 14 passed, 2 failed, 3 skipped`; skipped cases are not counted among those asked. */
export function describeCounts(counts: Counts): string {
  const asked = counts.total - counts.skip;
  const others = verdictWords
    .filter((word) => word !== 'pass' && counts[word] > 0)
    .map((word) => `${counts[word]} ${pastTense[word]}`);
  const accepted = counts.accepted === 0 ? [] : [`${counts.accepted} of these accepted`];
  const intended = counts.intended === 0 ? [] : [`${counts.intended} of these documented as intended`];
  return [`${counts.pass} of ${asked} passed`, ...others, ...accepted, ...intended].join(', ');
}

const pastTense: Readonly<Record<VerdictWord, string>> = {
  pass: 'passed',
  fail: 'failed',
  crash: 'crashed',
  timeout: 'timed out',
  skip: 'skipped',
  error: 'ended with an error of the harness or adapter',
};

/** Whether a verdict makes a run fail: it is a failure that no baseline accepts. */
export function isUnexpected({ verdict, accepted }: Verdict): boolean {
  return verdict !== 'pass' && verdict !== 'skip' && accepted === undefined;
}

/** Why a verdict is accepted, such as `wont-fix: it reads the whole file (https://…)`. */
export function describeAccepted({ class: reasonClass, reason, link }: Accepted): string {
  const why = reason === undefined ? reasonClass : `${reasonClass}: ${reason}`;
  return link === undefined ? why : `${why} (${link})`;
}

/** What the documentation of the implementation says about a difference, such as `It reads the whole file (https://…)`. */
export function describeIntended({ about, link }: Intended): string {
  return `${about} (${link})`;
}
