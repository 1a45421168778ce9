// Lint: statements that are set aside and restated.

import { citationKey, citedKeys } from '../subject/citations.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const classWithRule: LintRule = {
  name: 'class-with-rule',
  reason:
    'A statement that a rule restates is a requirement, so it cannot be classed as something else; only an example may also be cited by a rule.',
  fix: 'Drop the `class` in `spec/statements/`, or the citation in the `Source:` of the rule.',
  check: ({ pages, statements }) => {
    const cited = citedKeys(pages);
    return statements
      .filter((statement) => statement.class !== undefined && statement.class !== 'example')
      .filter((statement) => cited.has(citationKey(statement)))
      .map((statement) => ({
        file: statement.file,
        line: statement.line,
        message: `${citationKey(statement)} is ${statement.class} but a rule cites it; drop the class or the citation`,
      }));
  },
};
