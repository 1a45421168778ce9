// What one side of a comparison answered to a case, with everything that is known of it.

import { keptObservation } from '../../../analysis/compared-run.ts';
import { describeExpected, describeObservation } from '../../../model/describe.ts';
import { inert, shorten } from '../../../model/inert.ts';
import type { Observation } from '../../../model/observation.ts';
import type { Verdict, VerdictWord } from '../../../model/run.ts';
import { type CaseItem, type Column, letterWords, type Model } from './model.ts';

export interface ShownAnswer {
  readonly verdict: VerdictWord;
  readonly reason: string;
  readonly stderr: string;
  /** Of a report only the checks that do not hold are known. */
  readonly checks: readonly ShownCheck[];
}

export interface ShownCheck {
  /** The index of the question in the case. */
  readonly index: number;
  readonly label: string;
  readonly expected: string;
  readonly observed: string;
  readonly holds: boolean;
}

const longest = 4000;

/** @param verdict of a file that the reader brought, so that its texts may be anything */
export function answerOfVerdict({ verdict, reason = '', stderr = '', questions }: Verdict): ShownAnswer {
  const checks = questions.flatMap(({ asked, checks: own }, index) =>
    own.map(({ step, expected, observed, holds }) => ({
      index,
      label: inert(step ?? asked),
      expected: inWords(() => describeExpected(expected)),
      observed: observedWords(keptObservation(observed)),
      holds,
    })),
  );
  return { verdict, reason: keep(reason), stderr: keep(stderr), checks };
}

/** Undefined if the case was not asked. */
export function answerInColumn(model: Model, column: Column, item: CaseItem): ShownAnswer | undefined {
  const verdict = letterWords[column.letter(item)];
  if (verdict === 'not asked') return undefined;
  const { reason = -1, stderr = -1, checks = [] } = column.detail(item) ?? {};
  return {
    verdict,
    reason: model.text(reason),
    stderr: model.text(stderr),
    checks: checks.map(([index, label, expected, observed]) => ({
      index,
      label: model.text(label),
      expected: model.text(expected),
      observed: observedWords(model.text(observed)),
      holds: false,
    })),
  };
}

/** @param kept as JSON, see `keptObservation` */
export function observedWords(kept: string): string {
  return inWords(() => describeObservation(JSON.parse(kept) as Observation));
}

function keep(text: string): string {
  return inert(shorten(text, longest));
}

/** A file that the reader brought may hold what can't be described. */
function inWords(describe: () => string): string {
  try {
    return keep(describe());
  } catch {
    return '(not readable)';
  }
}
