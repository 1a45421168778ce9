// Which other edition fits what an implementation answered: it may follow another line of Node than the one that judged it.

import { isMet } from '../harness/judge/judge.ts';
import type { Case } from '../model/case.ts';
import { findEdition, releasedEditions } from '../model/editions.ts';
import { expectationIn } from '../model/judged-case.ts';
import type { RanImplementation, Verdict } from '../model/run.ts';
import { isUnexpected } from './tally.ts';

export interface FittingEdition {
  readonly edition: string;
  /** How many of the failures are the answers of that edition. */
  readonly explained: number;
  readonly failures: number;
}

/**
 * The released edition under which the fewest answers are wrong, if that is another one than the present and it explains at least
 * half of the failures.
 * @param verdicts of this implementation
 */
export function fittingEdition(
  verdicts: readonly Verdict[],
  { edition, capabilities }: RanImplementation,
  cases: ReadonlyMap<string, Case>,
): FittingEdition | undefined {
  const family = findEdition(edition)?.family;
  const failures = verdicts.filter(isUnexpected);
  if (family !== 'node' || failures.length === 0) return undefined;
  const answered = verdicts.flatMap((verdict) => {
    const item = cases.get(verdict.case);
    return item && ['pass', 'fail'].includes(verdict.verdict) ? [{ verdict, item }] : [];
  });
  const errorCodes = capabilities.includes('error codes');
  const others = releasedEditions(family).filter(({ id }) => id !== edition);
  const fits = others.map(({ id }) => ({ edition: id, ...compare(answered, id, errorCodes) }));
  const best = fits.reduceRight<(typeof fits)[number] | undefined>(
    (least, fit) => (least === undefined || fit.gained > least.gained ? fit : least),
    undefined,
  );
  if (best === undefined || best.gained <= 0 || best.explained * 2 < failures.length) return undefined;
  return { edition: best.edition, explained: best.explained, failures: failures.length };
}

/** How many failures would pass in an edition, and how many more these are than the passing cases that would fail. */
function compare(
  answered: readonly { verdict: Verdict; item: Case }[],
  edition: string,
  errorCodes: boolean,
): { explained: number; gained: number } {
  let explained = 0;
  let lost = 0;
  for (const { verdict, item } of answered) {
    const passes = wouldPass(verdict, item, edition, errorCodes);
    if (passes === true && isUnexpected(verdict)) explained++;
    if (passes === false && verdict.verdict === 'pass') lost++;
  }
  return { explained, gained: explained - lost };
}

/** Undefined if the edition expects nothing of the questions that were answered. */
function wouldPass(
  { questions }: Verdict,
  item: Case,
  edition: string,
  errorCodes: boolean,
): boolean | undefined {
  const outcomes = questions.flatMap(({ checks: [check] }, index) => {
    const question = item.questions[index];
    const expected = question && expectationIn(question, edition);
    if (check === undefined || expected === undefined || expected.kind === 'serve') return [];
    return [check.observed.kind !== 'step' && isMet(expected, check.observed, errorCodes)];
  });
  return outcomes.length === 0 ? undefined : outcomes.every(Boolean);
}
