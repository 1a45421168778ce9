// Questions and their expectations in words.

import type { Question } from '../../../model/case.ts';
import { describeQuestion } from '../../../model/describe.ts';
import type { ExpectationData, QuestionData, ReportData } from '../data/report-data.ts';

/** In the words of checks. */
export function questionText(question: QuestionData | undefined): string {
  return question ? describeQuestion({ ...question, expect: [] } as Question) : '';
}

/** Makes spaces and control characters visible. */
export function visible(specifier: string): string {
  return /^[\x21-\x7e]+$/.test(specifier) ? specifier : JSON.stringify(specifier);
}

/** The editions that expect this of a question; empty if every edition does. */
export function editionWords(
  { selectors }: ReportData,
  all: readonly ExpectationData[],
  { on }: ExpectationData,
): string {
  const selector = selectors[on] ?? '';
  if (all.length === 1 && selector === 'locked, node') return '';
  return selector === 'node' ? 'node; the text expects nothing' : selector;
}
