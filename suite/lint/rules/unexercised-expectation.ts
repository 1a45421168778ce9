// Lint: expectations that were never put to the proof.

import { formatEditions } from '../../../model/edition-selector.ts';
import { unseenEditions } from '../subject/exercised.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { chapterOf, rowLine } from '../subject/outline.ts';

export const unexercisedExpectation: LintRule = {
  name: 'unexercised-expectation',
  reason:
    'What a case says of an edition is only known when it was asked there: on every release on which the edition is verified, or, where the edition is a text, of the reference.',
  fix: 'Verify the case where that edition runs, or leave the edition out: write `silent` in its column.',
  check: ({ pages, evidence, outlines }) =>
    pages.flatMap((page) =>
      page.cases.flatMap((item) =>
        item.questions.flatMap((question, at) => {
          const unseen = unseenEditions(item, question, evidence.get(page.id)?.[item.id]);
          if (unseen.length === 0) return [];
          const line = rowLine(chapterOf(outlines, page.file, item.id), at) ?? item.source.line;
          return [
            {
              file: page.file,
              line,
              message: `${item.id} was never asked on ${formatEditions(unseen)}; verify it there, or say that it is silent`,
            },
          ];
        }),
      ),
    ),
};
