// Compares expected with observed: each on one line if both are short, otherwise as a diff of lines.

import { diffLines } from 'diff';
import { describeExpected, describeObservation } from '../../model/describe.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { Check } from '../../model/run.ts';

export interface ComparedLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

const longest = 4000;

/** Lines that begin with `-` were expected, lines that begin with `+` were observed. */
export function compareCheck({ expected, observed }: Check): ComparedLine[] {
  return compareTexts(
    inert(describeExpected(expected)),
    inert(shorten(describeObservation(observed), longest)),
  );
}

/** The same for texts that are already harmless. */
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
