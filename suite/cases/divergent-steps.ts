// Selects the steps of a server case in which the expectations of editions differ.

import type { ServeExpectation, ShownStep } from '../../model/case.ts';

export function divergentSteps(expectations: readonly ServeExpectation[]): ServeExpectation[] {
  const isCommon = (shown: ShownStep) =>
    expectations.every(({ shows }) => shows.some((other) => JSON.stringify(other) === JSON.stringify(shown)));
  return expectations.map((expected) => ({
    ...expected,
    shows: expected.shows.filter((shown) => !isCommon(shown)),
  }));
}
