// Which steps of the algorithms the cases exercise: the reference resolves the questions of the cases, and its trace
// says which steps it took.

import type { Case, Question, Step } from '../model/case.ts';
import { editionIds } from '../model/editions.ts';
import { tracedEdition, traceResolution } from './trace-resolution.ts';

/**
 * The labels of the steps that at least one resolution takes: in edition `locked`, or where the case does not speak
 * of it, in the edition of today; and of the steps that are left, in the editions that they are limited to. No program
 * is run.
 */
export function exercisedSteps(cases: readonly Case[], steps: readonly Step[]): Set<string> {
  const asked = cases.flatMap((item) =>
    item.questions.flatMap((question) => (question.kind === 'resolve' ? [{ item, question }] : [])),
  );
  const taken = new Set(
    asked.flatMap(({ item, question }) => stepsOf(item, { ...question, edition: tracedEdition(question) })),
  );
  for (const edition of editionIds) {
    for (const { item, question } of asked.filter((one) => speaksOf(one.question, edition))) {
      if (stepsLeft(steps, edition, taken).length === 0) break;
      for (const label of stepsOf(item, { ...question, edition })) taken.add(label);
    }
  }
  return taken;
}

function stepsOf(item: Case, asked: Parameters<typeof traceResolution>[1]): string[] {
  const { steps } = traceResolution(item, asked);
  return steps.filter(({ outcome }) => outcome !== 'skipped').map(({ label }) => label);
}

/** The steps that are limited to some editions, this one among them, and that nothing has taken. */
export function stepsLeft(steps: readonly Step[], edition: string, taken: ReadonlySet<string>): Step[] {
  return steps.filter(({ label, editions }) => editions?.includes(edition) && !taken.has(label));
}

export function speaksOf({ expect }: Question, edition: string): boolean {
  const all: readonly { readonly editions: readonly string[] }[] = expect;
  return all.some(({ editions }) => editions.includes(edition));
}
