// In words: the first step of the reference that a failing loader can't have taken as the reference did.

import type { Case } from '../../model/case.ts';
import type { FailedCheck } from '../../model/failed-checks.ts';
import { expectationIn } from '../../model/judged-case.ts';
import type { TraceEvent } from '../../reference/index.ts';
import { type Departure, findDeparture, isAnswer, type StepsTaken } from './find-departure.ts';
import { showPath, traceQuestion } from './trace-question.ts';

export interface DescribedDeparture {
  /** The label of the step. */
  readonly step: string;
  /** False if the loader may have left before this step. */
  readonly isExact: boolean;
  /** A sentence for people. */
  readonly text: string;
}

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
): DescribedDeparture | undefined {
  const question = item.questions[index];
  if (question?.kind !== 'resolve') return undefined;
  const traced = traceQuestion(item, question, edition);
  const expected = expectationIn(question, edition);
  if (!expected || !isAnswer(expected, traced.answer)) return undefined;
  const departure = findDeparture(item, question, traced, observed, isTaken);
  const event = traced.events[departure.at];
  return (
    event && {
      step: event.step,
      isExact: departure.kind !== 'latest',
      text: toText(departure, event, ruleOf),
    }
  );
}

function toText(
  departure: Departure,
  event: TraceEvent,
  ruleOf: (step: string) => string | undefined,
): string {
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
