// Describes a question in the words of checks.

import type { Question } from '../../../model/case.ts';
import { describeQuestion } from '../../../model/describe.ts';
import type { QuestionData } from '../data/report-data.ts';

export function questionText(question: QuestionData | undefined): string {
  return question ? describeQuestion({ ...question, expect: [] } as Question) : '';
}
