// What the reference does when it is asked one resolution of a case: each step it takes, and its answer.

import { observeUrl } from '../../harness/judge/observe-url.ts';
import { rulesOf } from '../../harness/trees/seen-paths.ts';
import type { Case, Question } from '../../model/case.ts';
import { isUrl } from '../../model/is-url.ts';
import type { Observation } from '../../model/observation.ts';
import { createLoader, type TraceEvent } from '../../reference/index.ts';
import { resolveBy } from '../steps/resolve-by.ts';
import { placeIn, settingsIn, type TreeView, viewTree } from '../steps/tree-view.ts';
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
  const view = viewTree(hidden === undefined ? item : without(item, hidden));
  const loader = createLoader({
    edition,
    ...settingsIn(view, item),
    trace: (event) => events.push(event),
  });
  const answer = answerOf(view, () => resolveBy(loader, view, question));
  return { edition, events: withoutDetails(events), answer };
}

function without(item: Case, hidden: string): Case {
  const place = placeIn(viewTree(item), hidden)?.toLowerCase();
  return { ...item, tree: item.tree.filter(({ path }) => path.toLowerCase() !== place) };
}

function answerOf(view: TreeView, resolve: () => string): Observation {
  try {
    const path = resolve();
    const rules = rulesOf(view.platform);
    if (isUrl(path)) return observeUrl(view.root, path, rules);
    const place = placeIn(view, path);
    if (place !== undefined) return { kind: 'file', path: place };
    if (rules.isAbsolute(path)) return { kind: 'outside', path };
    return { kind: 'builtin', name: path.replace(/^node:/, '') };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
    return { kind: 'error', error: { name: error.name, ...code } };
  }
}

/** A path of a trace as it is shown: `<tree>/a.js` inside the tree, as it is elsewhere. */
export function showPath(path: string): string {
  const [, posix = '', windows = ''] = /^(?:\/tree(|\/.*)|Z:\\tree(|\\.*))$/s.exec(path) ?? [path];
  return /^(?:\/|Z:\\)tree(?:[\\/]|$)/.test(path) ? `<tree>${posix}${windows.replaceAll('\\', '/')}` : path;
}
