// Describes an observation as one short line, which is the same in every run of the same loader.

import { createHash } from 'node:crypto';
import { describeObservation } from '../../model/describe.ts';
import type { Check, Verdict } from '../../model/run.ts';

const longest = 160;

/** The verdict and the observation, such as `fail: lib/index.js`; only the verdict if the observation is not stable. */
export function observedText(verdict: Verdict): string {
  const seen = describe(verdict).replaceAll('\n', '\\n').trim();
  return seen === '' ? verdict.verdict : `${verdict.verdict}: ${shorten(seen)}`;
}

function describe({ verdict, checks, reason }: Verdict): string {
  if (verdict === 'crash') return reason ?? '';
  if (verdict === 'timeout') return '';
  const failing = checks.filter(({ holds }) => !holds);
  return failing.map((check) => describeCheck(check, checks.length > 1)).join('; ');
}

function describeCheck({ question, observed }: Check, isOneOfSeveral: boolean): string {
  const seen = describeObservation(observed).replace(/\n$/, '');
  return isOneOfSeveral ? `${question} gave ${seen}` : seen;
}

/** A hash replaces the part that is cut off. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${text.slice(0, longest).trimEnd()}… (${hash})`;
}
