// Describes what went wrong with a case, in one line and in full, as harmless text.

import { describeAccepted, describeIntended } from '../../analysis/tally.ts';
import { describeExpected, describeObservation } from '../../model/describe.ts';
import { asksSeveral, failedChecks } from '../../model/failed-checks.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { RanImplementation, Verdict } from '../../model/run.ts';
import { compareCheck } from './compare-check.ts';
import { blocksOf } from './question-blocks.ts';
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
  const lines = blocksOf(verdict).flatMap(({ heading, check }) => [
    heading,
    ...(check ? compareCheck(check).map(({ sign, text }) => `${sign} ${text}`) : []),
  ]);
  const reason = [
    verdict.reason,
    verdict.accepted && `accepted: ${describeAccepted(verdict.accepted)}`,
    verdict.intended && `documented as intended: ${describeIntended(verdict.intended)}`,
  ]
    .filter((line) => line !== undefined)
    .map((line) => inert(shorten(line, 2000)));
  return {
    message: shorten(inert(summarize(verdict)).replace(/\s+/g, ' ').trim(), 500),
    text: [...reason, ...lines, rerunCommand(implementation, verdict.case, spec)].join('\n'),
  };
}

/** The first check that failed; where a case asks several questions, how many of them failed. */
function summarize(verdict: Verdict): string {
  const [first] = failedChecks(verdict);
  if (!first) return verdict.reason ?? verdict.verdict;
  const expected = describeExpected(first.expected);
  const text = `${first.label}: expected ${expected}, observed ${describeObservation(first.observed)}`;
  return asksSeveral(verdict) ? `${countFailing(verdict)}; ${text}` : text;
}

function countFailing({ questions }: Verdict): string {
  const judged = questions.filter(({ outcome }) => outcome !== 'not judged').length;
  const failing = questions.filter(({ outcome }) => outcome === 'fail').length;
  return `${failing} of ${judged} questions ${failing === 1 ? 'fails' : 'fail'}`;
}
