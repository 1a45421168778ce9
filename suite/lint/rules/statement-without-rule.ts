// Lint: statements of a source that nobody restates.

import { citationKey, citedKeys } from '../subject/citations.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const statementWithoutRule: LintRule = {
  name: 'statement-without-rule',
  reason:
    'Every statement of a source is either a requirement, which has a rule, or it is not, for a reason that is written down.',
  fix: 'Cite the statement in the `Source:` of a rule, or give it a `class` and a `reason` in `spec/statements/`.',
  check: ({ pages, statements, whole }) => {
    if (!whole) return [];
    const cited = citedKeys(pages);
    return statements
      .filter((statement) => !cited.has(citationKey(statement)) && statement.class === undefined)
      .map((statement) => ({
        file: statement.file,
        line: statement.line,
        message: `${citationKey(statement)} has neither a rule nor a class; cite it in the Source: of a rule, or give it a class and a reason`,
      }));
  },
};
