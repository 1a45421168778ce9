// The reference as the loader whose steps the linter looks at.

import { openWorkspace } from '../../harness/trees/workspace.ts';
import type { Case, Rule, Step } from '../../model/case.ts';
import { algorithmOf, findOperation, operationsOf, resolutions } from '../../suite/algorithm/algorithm-of.ts';
import type { CaseTracer } from '../../suite/lint/subject/case-tracer.ts';
import { stepsOfPrograms } from './program-steps.ts';
import { exercisedAnywhere, exercisedSteps } from './step-coverage.ts';
import { touchedBy, untouchedEntries } from './touched-files.ts';
import { waysOf } from './ways.ts';

export const referenceTracer: CaseTracer = { waysOf, touchedBy, untouchedEntries, stepsTaken };

async function stepsTaken(cases: readonly Case[], rules: readonly Rule[]): Promise<Set<string>> {
  const workspace = await openWorkspace();
  try {
    const steps = rules.flatMap((rule) => rule.steps);
    const known = exercisedSteps(cases, stepsOfResolutions(rules));
    const taken = await stepsOfPrograms(cases, steps, known, workspace);
    const left = steps.filter(({ label }) => !taken.has(label));
    return new Set([...taken, ...exercisedAnywhere(cases, left)]);
  } finally {
    workspace.remove();
  }
}

/** The steps that a resolution can take. */
function stepsOfResolutions(rules: readonly Rule[]): Step[] {
  const operations = operationsOf(rules);
  return resolutions.flatMap((name) => {
    const start = findOperation(operations, name);
    return start === undefined ? [] : algorithmOf(operations, start).flatMap(({ steps }) => steps);
  });
}
