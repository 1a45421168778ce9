// Failures put together: by the rule that is broken, and by the step where the loader left the algorithm.

import { groupBy } from '../model/group-by.ts';
import type { Verdict } from '../model/run.ts';

/** The failures of one rule. */
export interface RuleFailures {
  readonly rule: string;
  readonly count: number;
  /** The step that most failures share comes first. */
  readonly steps: readonly StepFailures[];
}

/** The step where a loader left the algorithm. */
export interface StepLeft {
  /** The label of the step. */
  readonly step: string;
  /** False if the loader may have left before this step. */
  readonly isExact: boolean;
}

/** Failures that share a step. */
export interface StepFailures {
  /** Undefined if the step is not known. */
  readonly left: StepLeft | undefined;
  /** In the order of the cases. */
  readonly verdicts: readonly Verdict[];
}

export type StepOf = (verdict: Verdict) => StepLeft | undefined;

/** The broken rules, in the order of their first failing case. */
export function groupFailures(failing: readonly Verdict[], stepOf: StepOf): RuleFailures[] {
  return [...groupBy(failing, ({ rule }) => rule)].map(([rule, verdicts]) => ({
    rule,
    count: verdicts.length,
    steps: stepsIn(verdicts, stepOf),
  }));
}

/** The steps of several rules together. */
export function sumSteps(rules: readonly RuleFailures[]): StepFailures[] {
  const parts = rules.flatMap(({ steps }) => steps);
  const sums = [...groupBy(parts, ({ left }) => keyOf(left))].map(([, own]) => ({
    left: own[0]?.left,
    verdicts: own.flatMap(({ verdicts }) => verdicts),
  }));
  return byCount(sums);
}

function stepsIn(verdicts: readonly Verdict[], stepOf: StepOf): StepFailures[] {
  const parts = verdicts.map((verdict) => ({ left: stepOf(verdict), verdict }));
  const steps = [...groupBy(parts, ({ left }) => keyOf(left))].map(([, own]) => ({
    left: own[0]?.left,
    verdicts: own.map(({ verdict }) => verdict),
  }));
  return byCount(steps);
}

function keyOf(left: StepLeft | undefined): string | undefined {
  return left && JSON.stringify([left.step, left.isExact]);
}

/** The sort is stable: steps with equally many failures stay in the order of the cases. */
function byCount(steps: StepFailures[]): StepFailures[] {
  return steps.sort((a, b) => b.verdicts.length - a.verdicts.length);
}
