// Lint: what the parser refuses.

import type { LintRule } from '../subject/lint-rule.ts';

export const malformedPage: LintRule = {
  name: 'malformed-page',
  reason:
    'What means nothing to the parser would be skipped by machines and believed by readers, so it is refused.',
  fix: 'Write it as [writing-cases.md](writing-cases.md) describes. One mistake of each rule and each case is reported, and the rules about cases wait until all are mended.',
  readsText: true,
  check: ({ refused }) => refused,
};
