// In words: the first step of the reference that a failing loader can't have taken as the reference did.

import type { Case } from '../../model/case.ts';
import type { FailedCheck } from '../../model/failed-checks.ts';
import { expectationIn } from '../../model/judged-case.ts';
import { type Departure, findDeparture, isAnswer, type StepsTaken } from './find-departure.ts';
import { showPath, type Traced, traceQuestion } from './trace-question.ts';

/**
 * Nothing for a program or a server, or where the reference itself does not answer as expected.
 * @param ruleOf the rule of a step's label
 * @param isTaken whether a step can be taken in an edition
 */
export function describeDeparture(
  item: Case,
  { index, observed }: FailedCheck,
  edition: string,
  ruleOf: (step: string) => string | undefined,
  isTaken: StepsTaken,
): string | undefined {
  const question = item.questions[index];
  if (question?.kind !== 'resolve') return undefined;
  const traced = traceQuestion(item, question, edition);
  const expected = expectationIn(question, edition);
  if (!expected || !isAnswer(expected, traced.answer)) return undefined;
  const departure = findDeparture(item, question, traced, observed, isTaken);
  return toText(departure, traced, ruleOf);
}

function toText(departure: Departure, { events }: Traced, ruleOf: (step: string) => string | undefined) {
  const event = events[departure.at];
  if (!event) return undefined;
  const rule = ruleOf(event.step);
  const place = event.path === undefined ? '' : ` ${showPath(event.path)}`;
  const step = `${event.step}${rule === undefined ? '' : ` (${rule})`}, ${event.outcome}${place}`;
  switch (departure.kind) {
    case 'edition':
      return `left the steps at ${step}: it answers as ${departure.editions} does`;
    case 'missed':
      return `left the steps at ${step}: its answer is what follows when this is not seen`;
    case 'latest':
      return `left the steps at ${step}, or before`;
  }
}
