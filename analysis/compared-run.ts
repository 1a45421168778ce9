// The part of a run that is compared with another run.

import { asksSeveral, failedChecks } from '../model/failed-checks.ts';
import { inert, shorten } from '../model/inert.ts';
import type { Observation } from '../model/observation.ts';
import type { Run, Verdict } from '../model/run.ts';
import { essenceOf } from '../model/same-observation.ts';
import type { ComparedImplementation, FailedQuestion } from './compare-runs.ts';

/** How much of a text of an implementation a report keeps, so that runs and reports are compared in the same way. */
const keptLength = 4000;

/** An observation as a report keeps it, as JSON: harmless, and equal for observations that are the same. */
export function keptObservation(observed: Observation): string {
  return JSON.stringify(essenceOf(observed, (text) => inert(shorten(text, keptLength))));
}

export function comparedFromRun(run: Run): ComparedImplementation[] {
  return run.header.implementations.map(({ spec, name, version, edition }) => ({
    spec: inert(spec),
    name: inert(name),
    version: version === undefined ? undefined : inert(version),
    edition,
    verdicts: run.verdicts
      .filter((verdict) => verdict.implementation === spec)
      .map((verdict) => ({
        case: verdict.case,
        hash: verdict.hash,
        verdict: verdict.verdict,
        failed: failedQuestions(failuresIn(verdict)),
        asksSeveral: asksSeveral(verdict),
      })),
  }));
}

/** A check that does not hold, with what a report keeps of it. */
export interface KeptFailure {
  readonly index: number;
  readonly label: string;
  /** See {@link keptObservation}. */
  readonly observed: string;
}

function failuresIn(verdict: Verdict): KeptFailure[] {
  return failedChecks(verdict).map(({ index, label, observed }) => ({
    index,
    label: inert(label),
    observed: keptObservation(observed),
  }));
}

/** The questions that failed, each with all that was observed of it. */
export function failedQuestions(failures: readonly KeptFailure[]): FailedQuestion[] {
  return [...new Set(failures.map(({ index }) => index))].map((index) => {
    const own = failures.filter((failure) => failure.index === index);
    const observed = JSON.stringify(own.map((failure) => failure.observed));
    return { index, label: own[0]?.label ?? '', observed };
  });
}
