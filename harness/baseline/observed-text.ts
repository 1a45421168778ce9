// Describes an observation as one short line, which is the same in every run of the same loader. It is compared as text, because
// text is what the baselines of users hold.

import { createHash } from 'node:crypto';
import { describeObservation } from '../../model/describe.ts';
import { type FailedCheck, failedChecks } from '../../model/failed-checks.ts';
import type { Verdict } from '../../model/run.ts';

const longest = 160;

/** The verdict and the observation, such as `fail: lib/index.js`; only the verdict if the observation is not stable. */
export function observedText(verdict: Verdict): string {
  const seen = describe(verdict).replaceAll('\n', '\\n').trim();
  return seen === '' ? verdict.verdict : `${verdict.verdict}: ${shorten(seen)}`;
}

function describe(verdict: Verdict): string {
  if (verdict.verdict === 'crash') return verdict.reason ?? '';
  if (verdict.verdict === 'timeout') return '';
  const isOneOfSeveral = verdict.questions.flatMap(({ checks }) => checks).length > 1;
  return failedChecks(verdict)
    .map((check) => describeCheck(check, isOneOfSeveral))
    .join('; ');
}

function describeCheck({ label, observed }: FailedCheck, isOneOfSeveral: boolean): string {
  const seen = describeObservation(observed).replace(/\n$/, '');
  return isOneOfSeveral ? `${label} gave ${seen}` : seen;
}

/** A hash replaces the part that is cut off. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${text.slice(0, longest).trimEnd()}… (${hash})`;
}
