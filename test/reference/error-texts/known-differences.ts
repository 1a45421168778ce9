// Questions to which the reference answers otherwise on some lines, and why.

import type { Line } from '../../../reference/behaviours/lines.ts';

interface Difference {
  readonly lines: readonly Line[];
  readonly reason: string;
}

const takesWhatHasALength: Difference = {
  lines: ['6', '8'],
  reason: 'these lines take whatever has a length for a string until a path is made of it',
};

const findsFoldersForIt: Difference = { ...takesWhatHasALength, lines: ['8'] };

const withLength = ['[]', "['x']", 'function () {}', 'function named() {}'];

/** By question, the lines on which the answers differ. */
export const knownDifferences: ReadonlyMap<string, Difference> = new Map([
  ...withLength.map((value) => [`require.resolve(${value})`, takesWhatHasALength] as const),
  ...withLength.map(
    (value) => [`require.resolve.paths && require.resolve.paths(${value})`, findsFoldersForIt] as const,
  ),
  [
    "require.extensions['.js'](new (require('module'))('made'), __dirname + '/x.mjs')",
    {
      lines: ['12', '14', '16', '18'],
      reason: 'the handler of these lines takes a .mjs file for CommonJS; module.load refuses it before',
    },
  ],
]);
