// Expected against observed: on one line each where both are short, else as a diff of lines.

import { diffLines } from 'diff';
import { describeObservation } from '../harness/judge/describe.ts';
import type { Check } from '../harness/model/run.ts';
import { inert, shorten } from './inert.ts';

export interface ComparedLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

const longest = 4000;

/** Lines that begin with `-` were expected, with `+` observed. */
export function compareCheck(check: Check): ComparedLine[] {
  return compareTexts(inert(check.expected), inert(shorten(describeObservation(check.observed), longest)));
}

/** The same for texts that are harmless already. */
export function compareTexts(expected: string, observed: string): ComparedLine[] {
  return diffLines(endLine(expected), endLine(observed)).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): ComparedLine => ({ sign: added ? '+' : removed ? '-' : ' ', text })),
  );
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
