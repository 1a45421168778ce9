// Turns the answer of an adapter into an observation: paths become relative to the tree, or are marked as outside.

import nodePath, { type PlatformPath } from 'node:path';
import type { Observation, ObservedError, ObservedStep, PlainAnswer } from '../../model/observation.ts';
import { inTreeTerms } from './in-tree-terms.ts';
import { observeUrl } from './observe-url.ts';

/**
 * @param root real, absolute path of the tree
 * @param rules of the paths in the root and in the answer
 */
export function observe(root: string, answer: PlainAnswer, rules: PlatformPath = nodePath): Observation {
  switch (answer.kind) {
    case 'file': {
      const inside = insideTree(root, answer.path, rules);
      if (inside !== undefined) return { kind: 'file', path: inside };
      return { kind: 'outside', path: answer.path.slice(0, longestShown) };
    }
    case 'run': {
      const stdout = toPrinted(root, answer.stdout, rules);
      return {
        ...answer,
        stdout,
        ...(answer.error ? { error: withoutRoot(root, answer.error, rules) } : {}),
      };
    }
    case 'error':
      return { ...answer, error: withoutRoot(root, answer.error, rules) };
    case 'url':
      return observeUrl(root, answer.url, rules);
    case 'builtin':
      return answer;
  }
}

/** The length to which a path outside the tree is cut; no real path is longer. */
const longestShown = 10_000;

/** What one step of a server showed; `root` is the app's folder. */
export function observeStep(root: string, step: ObservedStep, rules: PlatformPath = nodePath): ObservedStep {
  const stdout = toPrinted(root, step.stdout, rules);
  if (step.state.kind !== 'responded') return { ...step, stdout };
  return { ...step, stdout, state: { ...step.state, body: toPrinted(root, step.state.body, rules) } };
}

function toPrinted(root: string, text: string, rules: PlatformPath): string {
  return inTreeTerms(root, text, rules).replaceAll('\r\n', '\n');
}

function withoutRoot(root: string, error: ObservedError, rules: PlatformPath): ObservedError {
  return error.message === undefined ? error : { ...error, message: inTreeTerms(root, error.message, rules) };
}

/** Paths are compared as they are spelled: a path through a symbolic link or with `..` is not the real path of the file. */
function insideTree(root: string, answered: string, { sep }: PlatformPath): string | undefined {
  const prefix = root + sep;
  return answered.startsWith(prefix) ? answered.slice(prefix.length).replaceAll(sep, '/') : undefined;
}
