// The part of a run that is compared with another run.

import { describeObservation } from '../model/describe.ts';
import { inert, shorten } from '../model/inert.ts';
import type { Run } from '../model/run.ts';
import type { ComparedImplementation } from './compare-runs.ts';

/** How much of an observation a report keeps, so that runs and reports are compared in the same way. */
export const observedLimit = 4000;

export function comparedFromRun(run: Run): ComparedImplementation[] {
  return run.header.implementations.map(({ spec, name, version, edition }) => ({
    spec: inert(spec),
    name: inert(name),
    version: version === undefined ? undefined : inert(version),
    edition,
    verdicts: run.verdicts
      .filter((verdict) => verdict.implementation === spec)
      .map(({ case: id, hash, verdict, checks }) => {
        const failing = checks.filter(({ holds }) => !holds);
        const observed = observedKey(
          failing.map((check) => [
            check.question,
            inert(shorten(describeObservation(check.observed), observedLimit)),
          ]),
        );
        return { case: id, hash, verdict, observed };
      }),
  }));
}

/** Equal for failures that look alike. */
export function observedKey(observed: readonly (readonly [question: string, observed: string])[]): string {
  return JSON.stringify(observed);
}
