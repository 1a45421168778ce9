// What the reference does when it is asked one resolution of a case: each step it takes, and its answer.

import { observeUrl } from '../../harness/judge/observe-url.ts';
import type { Case, Question } from '../../model/case.ts';
import { isUrl } from '../../model/is-url.ts';
import type { Observation } from '../../model/observation.ts';
import { createLoader, type TraceEvent } from '../../reference/index.ts';
import { fillTree, resolveBy } from '../steps/resolve-by.ts';
import { treeFileSystem, treeRoot } from '../steps/tree-file-system.ts';
import { withoutDetails } from './details.ts';

export type Resolution = Extract<Question, { kind: 'resolve' }>;

export interface Traced {
  readonly edition: string;
  /** The steps taken, without those of small operations. */
  readonly events: readonly TraceEvent[];
  readonly answer: Observation;
}

/**
 * Asks the reference, in memory.
 * @param hidden absolute path of a file that the reference shall not see
 */
export function traceQuestion(item: Case, question: Resolution, edition: string, hidden?: string): Traced {
  const events: TraceEvent[] = [];
  const loader = createLoader({
    edition,
    files: treeFileSystem(item.tree, hidden),
    environment: fillEnvironment(item.environment),
    nodePrefix: '/prefix',
    trace: (event) => events.push(event),
  });
  const answer = answerOf(() => resolveBy(loader, question));
  return { edition, events: withoutDetails(events), answer };
}

function fillEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fillTree(value)]));
}

function answerOf(resolve: () => string): Observation {
  try {
    const path = resolve();
    if (isUrl(path)) return observeUrl(treeRoot, path);
    if (path.startsWith(`${treeRoot}/`)) return { kind: 'file', path: path.slice(treeRoot.length + 1) };
    if (path.startsWith('/')) return { kind: 'outside', path };
    return { kind: 'builtin', name: path.replace(/^node:/, '') };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
    return { kind: 'error', error: { name: error.name, ...code } };
  }
}

/** A path of a trace as it is shown: `<tree>/a.js` inside the tree, as it is elsewhere. */
export function showPath(path: string): string {
  return path === treeRoot || path.startsWith(`${treeRoot}/`) ? `<tree>${path.slice(treeRoot.length)}` : path;
}
