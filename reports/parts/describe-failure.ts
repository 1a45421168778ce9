// Describes what went wrong with a case, in one line and in full, as harmless text.

import { describeAccepted, describeIntended } from '../../analysis/tally.ts';
import { describeObservation } from '../../model/describe.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { RanImplementation, Verdict } from '../../model/run.ts';
import { compareCheck } from './compare-check.ts';
import { rerunCommand } from './rerun-command.ts';

export interface FailureText {
  readonly message: string;
  readonly text: string;
}

/** @param spec the `--spec` of the run, for rerun commands */
export function describeFailure(
  verdict: Verdict,
  implementation: RanImplementation,
  spec: string | undefined,
): FailureText {
  const failing = verdict.checks.filter(({ holds }) => !holds);
  const [first] = failing;
  const message = first
    ? `${first.question}: expected ${first.expected}, observed ${describeObservation(first.observed)}`
    : (verdict.reason ?? verdict.verdict);
  const lines = failing.flatMap((check) => [
    inert(check.question),
    ...compareCheck(check).map(({ sign, text }) => `${sign} ${text}`),
  ]);
  const reason = [
    verdict.reason,
    verdict.accepted && `accepted: ${describeAccepted(verdict.accepted)}`,
    verdict.intended && `documented as intended: ${describeIntended(verdict.intended)}`,
  ]
    .filter((line) => line !== undefined)
    .map((line) => inert(shorten(line, 2000)));
  return {
    message: shorten(inert(message).replace(/\s+/g, ' ').trim(), 500),
    text: [...reason, ...lines, rerunCommand(implementation, verdict.case, spec)].join('\n'),
  };
}
