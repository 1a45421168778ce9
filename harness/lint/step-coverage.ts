// Which steps of the algorithms the cases exercise: the reference resolves every question of the cases and its trace
// tells the steps it took.

import { posix } from 'node:path';
import { createLoader } from '../../reference/index.ts';
import type { Case, Question } from '../model/case.ts';
import { currentEdition } from '../model/editions.ts';
import { treeFileSystem, treeRoot } from '../trees/tree-file-system.ts';

/**
 * The labels of the steps that at least one resolution takes: in edition `locked`, or where the case does not speak
 * of it, in the edition of today. No program is run.
 */
export function exercisedSteps(cases: readonly Case[]): Set<string> {
  const taken = new Set<string>();
  for (const item of cases)
    for (const question of item.questions)
      if (question.kind === 'resolve') resolveTraced(item, question, taken);
  return taken;
}

function resolveTraced(
  item: Case,
  question: Extract<Question, { kind: 'resolve' }>,
  taken: Set<string>,
): void {
  const own = Object.entries(item.environment).map(([name, value]) => [name, fill(value)]);
  const speaksOfText = question.expect.some(({ editions }) => editions.includes('locked'));
  const loader = createLoader({
    edition: speaksOfText ? 'locked' : currentEdition,
    files: treeFileSystem(item.tree),
    environment: Object.fromEntries(own),
    nodePrefix: '/prefix',
    trace: ({ step }) => taken.add(step),
  });
  try {
    loader.resolve(fill(question.specifier), posix.join(treeRoot, question.from));
  } catch {
    // A resolution that fails has taken its steps all the same.
  }
}

function fill(text: string): string {
  return text.replaceAll('<tree>', treeRoot);
}
