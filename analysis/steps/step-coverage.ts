// Which steps of the algorithms the cases exercise: the reference resolves the questions of the cases, and its trace
// says which steps it took.

import type { Case, Question, Step } from '../../model/case.ts';
import { editionIds } from '../../model/editions.ts';
import { expectationIn } from '../../model/judged-case.ts';
import { tracedEdition, traceResolution } from './trace-resolution.ts';

interface Asked {
  readonly item: Case;
  readonly question: Resolution;
}

type Resolution = Extract<Question, { kind: 'resolve' }>;

/**
 * The labels of the steps that at least one resolution takes: in edition `locked`, or where the case does not speak
 * of it, in the edition of today; and of the steps that are left, in the first of the editions that they are limited to.
 * No program is run.
 */
export function exercisedSteps(cases: readonly Case[], steps: readonly Step[]): Set<string> {
  const asked = resolutionsIn(cases);
  const taken = new Set(
    asked.flatMap(({ item, question }) => stepsOf(item, { ...question, edition: tracedEdition(question) })),
  );
  for (const edition of editionIds.filter((id) => id !== 'locked')) {
    const first = steps.filter(({ editions }) => editions?.[0] === edition);
    resolveFor(asked, edition, first, taken);
  }
  return taken;
}

/** Resolves what an edition is asked until the steps that are wanted are taken. */
export function resolveFor(
  asked: readonly Asked[],
  edition: string,
  wanted: readonly Step[],
  taken: Set<string>,
): void {
  for (const { item, question } of asked.filter((one) => speaksOf(one.question, edition))) {
    if (wanted.every(({ label }) => taken.has(label))) return;
    for (const label of stepsOf(item, { ...question, edition })) taken.add(label);
  }
}

/** Every resolution that these cases ask for. */
export function resolutionsIn(cases: readonly Case[]): Asked[] {
  return cases.flatMap((item) =>
    item.questions.flatMap((question) => (question.kind === 'resolve' ? [{ item, question }] : [])),
  );
}

/** The labels of steps that are left, in all editions that they are limited to. */
export function exercisedAnywhere(cases: readonly Case[], steps: readonly Step[]): Set<string> {
  const taken = new Set<string>();
  const asked = resolutionsIn(cases);
  for (const edition of editionIds)
    resolveFor(
      asked,
      edition,
      steps.filter(({ editions }) => editions?.includes(edition)),
      taken,
    );
  return taken;
}

function stepsOf(item: Case, asked: Parameters<typeof traceResolution>[1]): string[] {
  const { steps } = traceResolution(item, asked);
  return steps.filter(({ outcome }) => outcome !== 'skipped').map(({ label }) => label);
}

export function speaksOf(question: Question, edition: string): boolean {
  return expectationIn(question, edition) !== undefined;
}
