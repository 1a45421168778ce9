// Lint: citations of statements that there are not.

import { citationKey, citationsIn } from '../subject/citations.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const unknownStatement: LintRule = {
  name: 'unknown-statement',
  reason:
    'A citation of a statement that is not in the register is most likely a wrong number, and then the rule rests on nothing.',
  fix: 'Correct the section or the number in the `Source:` of the rule.',
  check: ({ pages, statements }) => {
    const known = new Set(statements.map(citationKey));
    const sources = new Set(statements.map(({ source }) => source));
    return citationsIn(pages)
      .filter(({ key }) => sources.has(key.split(', ')[0] ?? '') && !known.has(key))
      .map(({ key, rule, page }) => ({
        file: page.file,
        line: rule.line,
        message: `${rule.id} cites ${key}, which is not in the register; correct the section or the number`,
      }));
  },
};
