// How the reference answers one question of a case: the steps that it takes, and where it ends.

import type { Case, Question } from '../../model/case.ts';
import { currentEdition } from '../../model/editions.ts';
import { createLoader, type Outcome } from '../../reference/index.ts';
import { type Asked, pathOfAnswer, resolveBy } from './resolve-by.ts';
import { placeIn, settingsIn, viewTree } from './tree-view.ts';

export interface TracedResolution {
  readonly steps: readonly { readonly label: string; readonly outcome: Outcome }[];
  /** The path in the tree of the file that is found, or the error's code; absent for what is not in the tree. */
  readonly found?: string;
  readonly error?: string;
}

export function traceResolution(
  item: Case,
  { edition, ...asked }: Asked & { readonly edition: string },
): TracedResolution {
  const view = viewTree(item);
  const steps: TracedResolution['steps'][number][] = [];
  const loader = createLoader({
    edition,
    ...settingsIn(view, item),
    trace: ({ step, outcome }) => steps.push({ label: step, outcome }),
  });
  try {
    const found = placeIn(view, pathOfAnswer(resolveBy(loader, view, asked), view));
    return found === undefined ? { steps } : { steps, found };
  } catch (error) {
    return { steps, error: error instanceof Error && 'code' in error ? String(error.code) : 'thrown' };
  }
}

/** The edition in which a question is traced: that of the text, or where the text is silent, that of today. */
export function tracedEdition({ expect }: Question): string {
  const all: readonly { readonly editions: readonly string[] }[] = expect;
  return all.some(({ editions }) => editions.includes('locked')) ? 'locked' : currentEdition;
}
