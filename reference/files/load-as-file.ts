// The operation LOAD_AS_FILE of spec/01-algorithm/1-algorithm.md: a file by its path.

import type { ResolverContext } from '../context/context.ts';
import { type Steps, tryExtensions, tryFile } from './file-at.ts';

/** LOAD_AS_FILE: the file X, or X with an extension. */
export function loadAsFile(context: ResolverContext, x: string): string | undefined {
  // LOAD_AS_FILE 1: If FILE_AT(X) returns a file, return it.
  return tryFile(context, 'LOAD_AS_FILE 1', x) ?? tryExtensions(context, fileSteps, x);
}

const fileSteps: Steps = {
  // LOAD_AS_FILE 2: If FILE_AT(X with `.js` added) returns a file, return it.
  '.js': 'LOAD_AS_FILE 2',
  // LOAD_AS_FILE 3: If FILE_AT(X with `.json` added) returns a file, return it.
  '.json': 'LOAD_AS_FILE 3',
  // LOAD_AS_FILE 4: If FILE_AT(X with `.node` added) returns a file, return it.
  '.node': 'LOAD_AS_FILE 4',
  // LOAD_AS_FILE 5: For each other key EXTENSION of `require.extensions`, if FILE_AT(X with EXTENSION added)
  //   returns a file, return it.
  other: 'LOAD_AS_FILE 5',
};
