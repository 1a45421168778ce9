// The record: what the real Node lines answered.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../model/package-root.ts';
import { type Line, lines } from '../../../reference/behaviours/lines.ts';
import type { ToldAnswer } from './answers.ts';

export const recordFile: string = path.join(packageRoot, 'test', 'reference', 'error-texts', 'recorded.json');

/** Answers by question and line. A line that answers as the one before is left out. */
type Answers = Readonly<Record<string, Readonly<Record<string, ToldAnswer>>>>;

const recorded: Answers = JSON.parse(readFileSync(recordFile, 'utf8'));

export const recordedQuestions: readonly string[] = Object.keys(recorded);

/** What a line answered. Throws where the question was not recorded. */
export function recordedAnswer(question: string, line: Line): ToldAnswer {
  const answers = recorded[question];
  const reached = lines.slice(0, lines.indexOf(line) + 1).reverse();
  const since = reached.find((name) => answers?.[`node ${name}`]);
  const answer = since && answers?.[`node ${since}`];
  if (answer === undefined) throw new Error(`not recorded: ${question}; npm run record:texts does it`);
  return answer;
}
