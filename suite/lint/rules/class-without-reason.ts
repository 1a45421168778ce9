// Lint: statements that were set aside without saying why.

import { citationKey } from '../subject/citations.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const classWithoutReason: LintRule = {
  name: 'class-without-reason',
  reason: 'That a statement needs no rule is a judgement, and a reader must be able to follow it.',
  fix: 'Add the `reason` below the `class` in `spec/statements/`.',
  check: ({ statements }) =>
    statements
      .filter((statement) => statement.class !== undefined && statement.reason === undefined)
      .map((statement) => ({
        file: statement.file,
        line: statement.line,
        message: `${citationKey(statement)} is ${statement.class} without a reason; add one`,
      })),
};
