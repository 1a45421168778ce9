// Compares page, reference and real Nodes; editions with the same answers are shown together.

import type { Question } from '../../model/case.ts';
import { describeExpectation, describeObservation } from '../../model/describe.ts';
import { expectationIn } from '../../model/judged-case.ts';
import { observationKey } from '../../model/same-observation.ts';
import { isUnfilled, unfilled } from '../pages/drafts.ts';
import { groupEditions } from '../pages/spread-editions.ts';
import type { Sighting } from './sighting.ts';

/** The answers in some editions; undefined if there is no answer. */
export interface ComparedSightings {
  readonly editions: readonly string[];
  readonly page: string | undefined;
  readonly reference: string | undefined;
  readonly real: string | undefined;
  /** Whether all answers are the same. */
  readonly agrees: boolean;
}

/** @param scope the editions of the page */
export function compareSightings(
  question: Question,
  sightings: readonly Sighting[],
  scope: readonly string[],
): ComparedSightings[] {
  const rows = scope.map((edition) => [edition, compareIn(edition, question, sightings)] as const);
  return groupEditions(new Map(rows)).map(({ editions, value }) => ({ ...value, editions }));
}

function compareIn(
  edition: string,
  question: Question,
  sightings: readonly Sighting[],
): Omit<ComparedSightings, 'editions'> {
  const here = sightings.filter((sighting) => sighting.edition === edition);
  const real = here.filter(({ by }) => by !== 'reference');
  const page = expectationIn(question, edition);
  const kept = page === undefined || (!isUnfilled(page) && here.every(({ holds }) => holds));
  const alike = new Set(here.map(({ observed }) => observationKey(observed))).size < 2;
  return {
    page: page && (isUnfilled(page) ? unfilled : describeExpectation(page)),
    reference: joined(here.filter(({ by }) => by === 'reference')),
    real: joined(real),
    agrees: kept && alike,
  };
}

function joined(sightings: readonly Sighting[]): string | undefined {
  const texts = new Set(sightings.map(({ observed }) => describeObservation(observed)));
  return texts.size === 0 ? undefined : [...texts].join(' / ');
}
