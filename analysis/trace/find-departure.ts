// Where a loader must have left the steps of the reference, found from its answer alone.

import { isMet } from '../../harness/judge/judge.ts';
import type { Case, ResolveExpectation } from '../../model/case.ts';
import { formatEditions } from '../../model/edition-selector.ts';
import type { Observation } from '../../model/observation.ts';
import { observationKey } from '../../model/same-observation.ts';
import { type Resolution, type Traced, traceQuestion } from './trace-question.ts';

/**
 * `edition`: the reference gives the same answer in other editions, whose steps differ first at `at`; `missed`: it
 * gives that answer when the file that step `at` found is hidden from it; `latest`: neither, so that nothing more is
 * known than that the loader did not end at the last step.
 */
export interface Departure {
  readonly kind: 'edition' | 'missed' | 'latest';
  /** Index into the events of the trace. */
  readonly at: number;
  /** An edition selector, for the kind `edition`. */
  readonly editions?: string;
}

/** Whether a step can be taken in an edition. */
export type StepsTaken = (step: string, edition: string) => boolean;

export function findDeparture(
  item: Case,
  question: Resolution,
  expected: Traced,
  observed: Observation,
  isTaken: StepsTaken,
): Departure {
  return (
    asOtherEditions(item, question, expected, observed, isTaken) ??
    asIfMissed(item, question, expected, observed) ?? { kind: 'latest', at: lastDecision(expected) }
  );
}

/**
 * The cases know what each edition answers; only the first edition that answers alike is traced. Steps that only one of the
 * two can take decide nothing by themselves.
 */
function asOtherEditions(
  item: Case,
  question: Resolution,
  expected: Traced,
  observed: Observation,
  isTaken: StepsTaken,
): Departure | undefined {
  const editions = question.expect
    .filter((expectation) => isAnswer(expectation, observed))
    .flatMap((expectation) => expectation.editions);
  const [first] = editions;
  if (first === undefined) return undefined;
  const other = traceQuestion(item, question, first);
  if (!isSameAnswer(other.answer, observed)) return undefined;
  const theirs = other.events.filter(({ step }) => isTaken(step, expected.edition));
  const ours = expected.events.filter(({ step }) => isTaken(step, first));
  const place = ours.findIndex((event, index) => !isSame(event, theirs[index]));
  const differs = ours[place];
  const at = differs === undefined ? -1 : expected.events.indexOf(differs);
  return {
    kind: 'edition',
    at: at < 0 ? lastDecision(expected) : at,
    editions: formatEditions(editions),
  };
}

/** The last step but those that only make the error which was decided on. */
function lastDecision({ events }: Traced): number {
  return events.findLastIndex(({ step }) => !step.startsWith('REFUSE_'));
}

/** Whether an answer is what the cases expect, to the code of an error. */
export function isAnswer(expected: ResolveExpectation, answer: Observation): boolean {
  return isMet(expected, answer, true);
}

function isSameAnswer(a: Observation, b: Observation): boolean {
  return observationKey(a) === observationKey(b);
}

function isSame(a: object, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Each path is hidden once: the first step that found it is the one that counts. */
function asIfMissed(
  item: Case,
  question: Resolution,
  expected: Traced,
  observed: Observation,
): Departure | undefined {
  const tried = new Set<string>();
  const at = expected.events.findIndex(({ outcome, path }) => {
    if ((outcome !== 'found' && outcome !== 'holds') || path === undefined || tried.has(path)) return false;
    tried.add(path);
    return isSameAnswer(traceQuestion(item, question, expected.edition, path).answer, observed);
  });
  return at < 0 ? undefined : { kind: 'missed', at };
}
