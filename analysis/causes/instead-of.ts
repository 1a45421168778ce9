// What was observed instead of what was expected, so that failures of different cases can be put together.

import type { Expected } from '../../model/expected.ts';
import type { Observation } from '../../model/observation.ts';

/** A few words: the same for failures that are alike. */
export function insteadOf(expected: Expected['kind'] | 'serve', observed: Observation): string {
  const wanted = wantedWords[expected] ?? 'what was expected';
  switch (observed.kind) {
    case 'file':
      return expected === 'file' ? 'another file' : `a file instead of ${wanted}`;
    case 'url':
      return expected === 'url' ? 'another URL' : `a URL instead of ${wanted}`;
    case 'builtin':
      return expected === 'builtin' ? 'another core module' : `a core module instead of ${wanted}`;
    case 'outside':
      return `a path outside of the tree instead of ${wanted}`;
    case 'error': {
      const error = observed.error.code ?? observed.error.name;
      return expected === 'error'
        ? `the error ${error} instead of another`
        : `the error ${error} instead of ${wanted}`;
    }
    case 'run':
      return observed.error === undefined
        ? runWords(observed.exitCode)
        : `a program that ends with ${observed.error.code ?? observed.error.name}`;
    case 'step':
      return `a server that ${stateWords[observed.state.kind]}`;
  }
}

const wantedWords: Readonly<Partial<Record<Expected['kind'] | 'serve', string>>> = {
  file: 'a file',
  builtin: 'a core module',
  url: 'a URL',
  error: 'an error',
};

const stateWords = {
  listens: 'listens',
  ended: 'ends',
  responded: 'responds otherwise',
  'no response': 'does not respond',
  waiting: 'waits',
  'not reached': 'has ended before',
} as const;

function runWords(exitCode: number | null): string {
  if (exitCode === 0) return 'other output of a program';
  return exitCode === null ? 'a program that is ended' : `a program that ends with exit code ${exitCode}`;
}
