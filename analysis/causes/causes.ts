// Failures of several implementations, put together by what they have in common.

import { groupBy } from '../../model/group-by.ts';
import type { StepLeft } from '../group-failures.ts';

/** A case that an implementation fails. */
export interface FailedCase {
  readonly case: string;
  readonly rule: string;
  /** The unique name of the implementation. */
  readonly implementation: string;
  /** Where it left the algorithm; undefined if that is not known. */
  readonly left: StepLeft | undefined;
  /** What was observed instead, see `insteadOf`. */
  readonly instead: string;
}

export interface SharedCause {
  /** What the failures have in common: a step, an operation, a rule, or what was observed. */
  readonly common: string;
  readonly failures: number;
  /** How many cases they are of. */
  readonly cases: number;
  /** Those that fail, each with the number of its failures; the one with the most comes first. */
  readonly implementations: readonly (readonly [name: string, failures: number])[];
}

/** The most frequent cause comes first. Failures without a key are left out. */
export function causesBy(
  failed: readonly FailedCase[],
  keyOf: (one: FailedCase) => string | undefined,
): SharedCause[] {
  return [...groupBy(failed, keyOf)]
    .flatMap(([common, own]) => (common === undefined ? [] : [causeOf(common, own)]))
    .sort((a, b) => b.failures - a.failures);
}

function causeOf(common: string, own: readonly FailedCase[]): SharedCause {
  const names = [...groupBy(own, ({ implementation }) => implementation)];
  return {
    common,
    failures: own.length,
    cases: new Set(own.map((one) => one.case)).size,
    implementations: names
      .map(([name, failures]) => [name, failures.length] as const)
      .sort(([, a], [, b]) => b - a),
  };
}

/** The operation of the step where it left, such as `LOAD_AS_FILE`. */
export function operationLeft({ left }: FailedCase): string | undefined {
  return left?.step.split(' ', 1)[0];
}
