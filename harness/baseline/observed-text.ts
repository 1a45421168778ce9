// What was observed, as one short line that is the same in every run as long as nothing changes.

import { createHash } from 'node:crypto';
import { describeObservation } from '../judge/describe.ts';
import type { Check, Verdict } from '../model/run.ts';

const longest = 160;

/** The verdict and what led to it, such as `fail: lib/index.js`; only the verdict where nothing more is stable. */
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

/** What is cut off still counts, by its hash. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${text.slice(0, longest).trimEnd()}… (${hash})`;
}
