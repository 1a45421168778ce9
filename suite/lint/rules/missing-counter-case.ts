// Lint: rules that are shown on one side only.

import type { Case, Rule } from '../../../model/case.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const missingCounterCase: LintRule = {
  name: 'missing-counter-case',
  reason:
    'A rule says where something applies, and by that where it ends. A loader that always does it passes every case in which it applies; only the nearest case in which it must not apply shows the difference. Rules whose requirement is unspecified, and algorithms, are left out.',
  fix: 'Write the nearest case in which the rule must not apply: a second case, or a row of the table that is answered differently.',
  check: ({ pages, drafts }) =>
    pages.flatMap((page) =>
      page.rules
        .filter((rule) => isBinding(rule))
        .filter((rule) => hasOneSide([...page.cases, ...drafts].filter((item) => item.rule === rule.id)))
        .map((rule) => ({
          file: page.file,
          line: rule.line,
          message: `${rule.id} is shown only where it applies; add the nearest case where it must not: modspec new ${rule.id}`,
        })),
    ),
};

function isBinding({ requirement, steps }: Rule): boolean {
  return requirement !== 'unspecified' && steps.length === 0;
}

/** One case alone, in which every question is answered in the same way. */
function hasOneSide(cases: readonly Case[]): boolean {
  const [only] = cases;
  return cases.length === 1 && only !== undefined && new Set(only.questions.flatMap(answersOf)).size === 1;
}

/** What is expected of a question in all editions; of a server, of each of its steps. */
function answersOf({ expect }: Case['questions'][number]): string[] {
  return expect.flatMap((expected) =>
    expected.kind === 'serve'
      ? expected.shows.map((shown) => JSON.stringify({ ...shown, step: undefined }))
      : JSON.stringify({ ...expected, name: undefined }),
  );
}
