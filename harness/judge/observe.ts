// Turns the answer of an adapter into an observation: paths become relative to the tree, or are marked as outside.

import path from 'node:path';
import type { Observation, ObservedError, ObservedStep, PlainAnswer } from '../../model/observation.ts';
import { observeUrl } from './observe-url.ts';

/** @param root real, absolute path of the tree */
export function observe(root: string, answer: PlainAnswer): Observation {
  switch (answer.kind) {
    case 'file': {
      const inside = insideTree(root, answer.path);
      if (inside !== undefined) return { kind: 'file', path: inside };
      return { kind: 'outside', path: answer.path.slice(0, longestShown) };
    }
    case 'run': {
      const stdout = toPrinted(root, answer.stdout);
      return { ...answer, stdout, ...(answer.error ? { error: withoutRoot(root, answer.error) } : {}) };
    }
    case 'error':
      return { ...answer, error: withoutRoot(root, answer.error) };
    case 'url':
      return observeUrl(root, answer.url);
    case 'builtin':
      return answer;
  }
}

/** The length to which a path outside the tree is cut; no real path is longer. */
const longestShown = 10_000;

/** What one step of a server showed; `root` is the app's folder. */
export function observeStep(root: string, step: ObservedStep): ObservedStep {
  const stdout = toPrinted(root, step.stdout);
  if (step.state.kind !== 'responded') return { ...step, stdout };
  return { ...step, stdout, state: { ...step.state, body: toPrinted(root, step.state.body) } };
}

function toPrinted(root: string, text: string): string {
  return text.replaceAll(root, '<tree>').replaceAll('\r\n', '\n');
}

function withoutRoot(root: string, error: ObservedError): ObservedError {
  return error.message === undefined
    ? error
    : { ...error, message: error.message.replaceAll(root, '<tree>') };
}

/** Paths are compared as they are spelled: a path through a symbolic link or with `..` is not the real path of the file. */
function insideTree(root: string, answered: string): string | undefined {
  const prefix = root + path.sep;
  return answered.startsWith(prefix) ? answered.slice(prefix.length).split(path.sep).join('/') : undefined;
}
