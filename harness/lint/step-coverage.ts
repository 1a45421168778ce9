// Which steps of the algorithms the cases exercise: the reference resolves every question of the cases and its trace
// tells the steps it took.

import path from 'node:path';
import { createLoader } from '../../reference/index.ts';
import type { Case, Question } from '../model/case.ts';
import { currentEdition } from '../model/editions.ts';
import type { Page } from '../pages/parse-page.ts';
import { buildTree, fillPlaceholder } from '../trees/build-tree.ts';
import type { Workspace } from '../trees/workspace.ts';
import type { Finding } from './finding.ts';

/**
 * The labels of the steps that at least one resolution takes: in edition `locked`, or where the case does not speak
 * of it, in the edition of today. No program is run.
 */
export function exercisedSteps(cases: readonly Case[], workspace: Workspace): Set<string> {
  const taken = new Set<string>();
  for (const item of cases) {
    const questions = item.questions.filter((question) => question.kind === 'resolve');
    if (questions.length === 0) continue;
    const root = workspace.nextTree();
    buildTree(root, item.tree);
    for (const question of questions) resolveTraced(root, item, question, workspace, taken);
    workspace.removeTree(root);
  }
  return taken;
}

/** A finding for each step that no case exercises. */
export function checkSteps(pages: readonly Page[], taken: ReadonlySet<string>): Finding[] {
  return pages.flatMap((page) =>
    page.rules.flatMap((rule) =>
      rule.steps
        .filter(({ label }) => !taken.has(label))
        .map(({ label }) => ({
          check: 'step-without-case',
          file: page.file,
          line: rule.line,
          message: `no case takes step ${label}; add a resolution, or a program, that needs it`,
        })),
    ),
  );
}

function resolveTraced(
  root: string,
  item: Case,
  question: Extract<Question, { kind: 'resolve' }>,
  { home }: Workspace,
  taken: Set<string>,
): void {
  const own = Object.entries(item.environment).map(([name, value]) => [name, fillPlaceholder(value, root)]);
  const speaksOfText = question.expect.some(({ editions }) => editions.includes('locked'));
  const loader = createLoader({
    edition: speaksOfText ? 'locked' : currentEdition,
    environment: { HOME: home, ...Object.fromEntries(own) },
    trace: ({ step }) => taken.add(step),
  });
  try {
    loader.resolve(fillPlaceholder(question.specifier, root), path.join(root, question.from));
  } catch {
    // A resolution that fails has taken its steps all the same.
  }
}
