// Lint: programs that old lines can't parse.

import type { LintRule } from '../subject/lint-rule.ts';
import { newerFiles } from '../subject/newer-syntax.ts';

export const newerSyntax: LintRule = {
  name: 'newer-syntax',
  reason:
    'A program with `let`, arrow functions or template strings is a syntax error on Node 0.10 and 0.12, so they answer that and not what the case asks.',
  fix: 'Write the program in ES5. If newer syntax is what the case is about, limit its expectations to the lines that have it.',
  check: ({ pages }) =>
    pages.flatMap((page) =>
      page.cases.flatMap((item) =>
        newerFiles(item).map((file) => ({
          file: page.file,
          line: item.source.line,
          message: `${file} of ${item.id} is not ES5, and Node 0.10 and 0.12 are asked too`,
        })),
      ),
    ),
};
