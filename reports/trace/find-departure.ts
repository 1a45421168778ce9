// Where a loader must have left the steps of the reference, told from its answer alone.

import { describeExpectation } from '../../harness/judge/describe.ts';
import type { Case } from '../../harness/model/case.ts';
import { formatEditions } from '../../harness/model/edition-selector.ts';
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

/** @param observed in the words of `describeObservation` */
export function findDeparture(
  item: Case,
  question: Resolution,
  expected: Traced,
  observed: string,
): Departure {
  return (
    asOtherEditions(item, question, expected, observed) ??
    asIfMissed(item, question, expected, observed) ?? { kind: 'latest', at: expected.events.length - 1 }
  );
}

/** The cases know what each edition answers; only the first edition that answers alike is traced. */
function asOtherEditions(
  item: Case,
  question: Resolution,
  expected: Traced,
  observed: string,
): Departure | undefined {
  const editions = question.expect
    .filter((expectation) => describeExpectation(expectation) === observed)
    .flatMap((expectation) => expectation.editions);
  const [first] = editions;
  if (first === undefined) return undefined;
  const other = traceQuestion(item, question, first);
  if (other.answer !== observed) return undefined;
  const shared = sharedOperations(expected.events, other.events);
  const theirs = other.events.filter(shared);
  const ours = expected.events.filter(shared);
  const place = ours.findIndex((event, index) => !isSame(event, theirs[index]));
  const differs = ours[place];
  const at = differs === undefined ? -1 : expected.events.indexOf(differs);
  return {
    kind: 'edition',
    at: at < 0 ? expected.events.length - 1 : at,
    editions: formatEditions(editions),
  };
}

function isSame(a: object, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function asIfMissed(
  item: Case,
  question: Resolution,
  expected: Traced,
  observed: string,
): Departure | undefined {
  const at = expected.events.findIndex(
    ({ outcome, path }) =>
      (outcome === 'found' || outcome === 'holds') &&
      path !== undefined &&
      traceQuestion(item, question, expected.edition, path).answer === observed,
  );
  return at < 0 ? undefined : { kind: 'missed', at };
}

/** Whether a step belongs to an operation that both take; an operation of one edition alone decides nothing by itself. */
function sharedOperations<T extends { readonly step: string }>(
  a: readonly T[],
  b: readonly T[],
): (event: T) => boolean {
  const operation = ({ step }: T) => step.split(' ')[0] ?? step;
  const known = new Set(b.map(operation));
  const both = new Set(a.map(operation).filter((name) => known.has(name)));
  return (event) => both.has(operation(event));
}
