// Describes questions in the same words as checks.

import { describeQuestion } from '../../../harness/judge/describe.ts';
import type { Question } from '../../../harness/model/case.ts';
import type { QuestionData } from '../report-data.ts';

export function questionText(question: QuestionData | undefined): string {
  return question ? describeQuestion({ ...question, expect: [] } as Question) : '';
}
