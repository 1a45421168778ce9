// Lint: steps of an algorithm that nothing takes.

import type { LintRule } from '../subject/lint-rule.ts';

export const stepWithoutCase: LintRule = {
  name: 'step-without-case',
  reason: 'The steps of an algorithm are its requirements. One that no case takes could say anything.',
  fix: 'Add a resolution, or a program, that needs the step; `modspec explain` prints the steps that a resolution takes.',
  check: ({ pages, whole, taken }) => {
    if (!whole || taken === undefined) return [];
    return pages.flatMap((page) =>
      page.rules.flatMap((rule) =>
        rule.steps
          .filter(({ label }) => !taken.has(label))
          .map(({ label }) => ({
            file: page.file,
            line: rule.line,
            message: `no case takes step ${label}; add a resolution, or a program, that needs it`,
          })),
      ),
    );
  },
};
