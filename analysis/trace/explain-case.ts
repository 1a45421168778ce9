// The questions of a case explained, one resolution after another, in memory.

import { posix } from 'node:path';
import type { Case, Question } from '../../model/case.ts';
import { scanRequires } from '../steps/scan-requires.ts';
import { treeFileSystem, treeRoot } from '../steps/tree-file-system.ts';
import { type ExplainedAnswer, type ExplainOptions, type Explanation, explain } from './explain.ts';
import { showPath } from './trace-question.ts';

interface Asked {
  readonly from: string;
  readonly specifier: string;
}

/**
 * Every resolution that a case asks for; of a program, those that its text names and that lead from its entry. Paths
 * start in `<tree>`.
 */
export function explainCase(
  item: Case,
  options: Pick<ExplainOptions, 'edition' | 'ruleOf' | 'wordsOf'>,
): Explanation[] {
  const environment = Object.entries(item.environment).map(([name, value]) => [name, fill(value)]);
  const settings: ExplainOptions = {
    ...options,
    files: treeFileSystem(item.tree),
    environment: Object.fromEntries(environment),
  };
  return item.questions.flatMap((question) => explainQuestion(question, settings)).map(inTreeTerms);
}

function explainQuestion(question: Question, settings: ExplainOptions): Explanation[] {
  switch (question.kind) {
    case 'resolve':
      return [explain(fill(question.specifier), posix.join(treeRoot, question.from), settings)];
    case 'run':
      return explainProgram(posix.join(treeRoot, question.entry), settings);
    case 'serve':
      return [];
  }
}

/** Follows what the text of each file asks for, each file once. */
function explainProgram(entry: string, settings: ExplainOptions): Explanation[] {
  const seen = new Set([entry]);
  const explained: Explanation[] = [];
  for (const file of seen) {
    for (const { specifier, from } of askedIn(file, settings)) {
      const explanation = explain(specifier, from, settings);
      explained.push(explanation);
      if (explanation.answer.kind === 'file') seen.add(explanation.answer.path);
    }
  }
  return explained;
}

function askedIn(from: string, { files }: ExplainOptions): Asked[] {
  if (from.endsWith('.json') || files.kindOf(from) !== 'file') return [];
  const text = Buffer.from(files.readFile(from)).toString('utf8');
  return scanRequires(text).map((specifier) => ({ specifier, from }));
}

function fill(text: string): string {
  return text.replaceAll('<tree>', treeRoot);
}

function inTreeTerms(explanation: Explanation): Explanation {
  const { from, answer, steps, candidates } = explanation;
  return {
    ...explanation,
    from: showPath(from),
    answer: answerInTreeTerms(answer),
    steps: steps.map((step) => ({
      ...step,
      ...(step.path === undefined ? {} : { path: showPath(step.path) }),
      ...(step.about === undefined ? {} : { about: withoutRoot(step.about) }),
    })),
    candidates: candidates.map((candidate) => ({ ...candidate, path: showPath(candidate.path) })),
  };
}

function answerInTreeTerms(answer: ExplainedAnswer): ExplainedAnswer {
  if (answer.kind === 'file') return { ...answer, path: showPath(answer.path) };
  return answer.kind === 'error' ? { ...answer, message: withoutRoot(answer.message) } : answer;
}

/** Of a text that may hold a path, or the URL of one. */
function withoutRoot(text: string): string {
  return text.replaceAll(`${treeRoot}/`, '<tree>/');
}
