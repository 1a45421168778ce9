// Lint: drafts.

import type { LintRule } from '../subject/lint-rule.ts';

export const unfinishedCase: LintRule = {
  name: 'unfinished-case',
  reason:
    'A draft expects `?`, which nobody can observe. `modspec new` writes it so, for real Nodes to fill in.',
  fix: 'Run `modspec try CASE --write`, or take the draft out.',
  check: ({ drafts }) =>
    drafts.map(({ id, source }) => ({
      ...source,
      message: `${id} does not say what is expected; 'modspec try ${id} --write' fills that in`,
    })),
};
