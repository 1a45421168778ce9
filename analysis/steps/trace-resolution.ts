// How the reference answers one question of a case: the steps that it takes, and where it ends.

import type { Case, Question } from '../../model/case.ts';
import { currentEdition } from '../../model/editions.ts';
import { createLoader, type Outcome } from '../../reference/index.ts';
import { type Asked, fillTree, pathOfAnswer, resolveBy } from './resolve-by.ts';
import { treeFileSystem, treeRoot } from './tree-file-system.ts';

export interface TracedResolution {
  readonly steps: readonly { readonly label: string; readonly outcome: Outcome }[];
  /** The path in the tree of the file that is found, or the error's code; absent for what is not in the tree. */
  readonly found?: string;
  readonly error?: string;
}

export function traceResolution(
  { tree, environment }: Case,
  { edition, ...asked }: Asked & { readonly edition: string },
): TracedResolution {
  const own = Object.entries(environment).map(([name, value]) => [name, fillTree(value)]);
  const steps: TracedResolution['steps'][number][] = [];
  const loader = createLoader({
    edition,
    files: treeFileSystem(tree),
    environment: Object.fromEntries(own),
    nodePrefix: '/prefix',
    trace: ({ step, outcome }) => steps.push({ label: step, outcome }),
  });
  try {
    const found = pathOfAnswer(resolveBy(loader, asked));
    return found.startsWith(`${treeRoot}/`) ? { steps, found: found.slice(treeRoot.length + 1) } : { steps };
  } catch (error) {
    return { steps, error: error instanceof Error && 'code' in error ? String(error.code) : 'thrown' };
  }
}

/** The edition in which a question is traced: that of the text, or where the text is silent, that of today. */
export function tracedEdition({ expect }: Question): string {
  const all: readonly { readonly editions: readonly string[] }[] = expect;
  return all.some(({ editions }) => editions.includes('locked')) ? 'locked' : currentEdition;
}
