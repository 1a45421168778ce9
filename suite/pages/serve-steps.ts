// The numbered steps of a server case: what is done, and what each step must show, per edition where that differs.

import type { Question, ServeExpectation, ServeStep, ShownStep } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Block, ListItem } from './blocks.ts';
import { type ReadStep, readStep } from './serve-step.ts';
import { groupEditions } from './spread-editions.ts';

type Numbered = Extract<Block, { kind: 'numbered' }>;
type ServeQuestion = Extract<Question, { kind: 'serve' }>;

/**
 * The question of a server case.
 * @param scope the editions of which the case speaks
 * @throws {UsageError} at the first step that means nothing, is out of order, or does not say what it must show.
 */
export function readServeSteps(file: string, list: Numbered, scope: readonly string[]): ServeQuestion {
  const steps = list.items.map((item) => readStep(file, item, scope));
  checkOrder(file, list.items, steps);
  const shown = scope.map((edition): [string, Omit<ServeExpectation, 'editions'>] => [
    edition,
    { kind: 'serve', shows: showsIn(file, edition, steps) },
  ]);
  return {
    kind: 'serve',
    steps: steps.map(({ step }) => step),
    expect: groupEditions(new Map(shown)).map(({ editions, value }) => ({ ...value, editions })),
  };
}

/** What the steps show in one edition; while the server is gone, steps that need it are not taken. */
function showsIn(file: string, edition: string, steps: readonly ReadStep[]): ShownStep[] {
  const shows: ShownStep[] = [];
  let running = false;
  for (const [index, { step, shownIn, line }] of steps.entries()) {
    if (step.kind === 'start') running = true;
    const shown = running ? shownIn?.(edition) : undefined;
    if (running && shownIn && !shown)
      throw new UsageError(`nothing says what this step shows in ${edition}`, { file, line });
    if (shown) shows.push({ ...shown, step: index + 1 });
    if (shown?.kind === 'ends' || shown?.kind === 'stalls' || step.kind === 'stop') running = false;
  }
  return shows;
}

/** A server is started, and ended before it is started again. */
function checkOrder(file: string, items: readonly ListItem[], steps: readonly ReadStep[]): void {
  let running: ServeStep['kind'] | undefined;
  for (const [index, { step }] of steps.entries()) {
    const place = { file, line: items[index]?.line ?? 1 };
    if (index === 0 && step.kind !== 'start')
      throw new UsageError("the first step is 'Start in development' or another environment", place);
    if (step.kind === 'start' && running === 'start')
      throw new UsageError("a server is started again only after 'Stop' or 'Wait until it ends'", place);
    if (['start', 'end', 'stop'].includes(step.kind)) running = step.kind;
  }
}
