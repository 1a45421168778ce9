// Lint: sources that nobody has counted.

import type { LintRule } from '../subject/lint-rule.ts';

export const unregisteredSource: LintRule = {
  name: 'unregistered-source',
  reason:
    'Without a register nobody can tell whether a citation names a sentence that exists, nor which release of the document is meant. Pages beside which there is no register at all are left alone.',
  fix: 'Write the register of the source in `spec/statements/`, or correct its name.',
  check: ({ pages, registers }) => {
    const known = new Set(registers.map(({ source }) => source));
    if (known.size === 0) return [];
    return pages.flatMap(({ file, sources }) =>
      Object.keys(sources)
        .filter((source) => !known.has(source))
        .map((source) => ({
          file,
          line: 2,
          message: `the source ${source} has no register; write statements/${source}.yaml, or correct the name`,
        })),
    );
  },
};
