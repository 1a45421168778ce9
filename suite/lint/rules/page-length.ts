// Lint: pages that are too long to be read.

import type { LintRule } from '../subject/lint-rule.ts';
import { isInformative } from '../subject/outline.ts';

const mostLines = 900;

export const pageLength: LintRule = {
  name: 'page-length',
  reason: `A page is read from its top to its end and has one subject. With more than ${mostLines} lines it has two. Pages that carry no rule, such as lists, may be longer.`,
  fix: 'Split it at a section (`##`): move the sections to a page of their own beside it. Ids stay as they are, so no case changes.',
  readsText: true,
  check: ({ outlines }) =>
    outlines
      .filter((outline) => !isInformative(outline))
      .flatMap(({ file, text }) => {
        const count = text.trimEnd().split('\n').length;
        if (count <= mostLines) return [];
        return [
          {
            file,
            line: mostLines + 1,
            message: `the page has ${count} lines, at most ${mostLines} are read at once; split it at a section`,
          },
        ];
      }),
};
