// Which steps of the algorithms the cases exercise: the reference resolves every question of the cases, and its trace
// says which steps it took.

import type { Case } from '../model/case.ts';
import { tracedEdition, traceResolution } from './trace-resolution.ts';

/**
 * The labels of the steps that at least one resolution takes: in edition `locked`, or where the case does not speak
 * of it, in the edition of today. No program is run.
 */
export function exercisedSteps(cases: readonly Case[]): Set<string> {
  const taken = new Set<string>();
  for (const item of cases)
    for (const question of item.questions)
      if (question.kind === 'resolve')
        for (const { label } of traceResolution(item, { ...question, edition: tracedEdition(question) })
          .steps)
          taken.add(label);
  return taken;
}
