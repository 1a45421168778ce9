// Lint: rules that nothing shows.

import type { LintRule } from '../subject/lint-rule.ts';

export const ruleWithoutCase: LintRule = {
  name: 'rule-without-case',
  reason: 'A requirement that no case shows is never checked, and nobody knows whether it holds.',
  fix: 'Write a case below the rule: `modspec new RULE` drafts one. An algorithm needs none of its own; see `step-without-case`.',
  check: ({ pages, drafts }) =>
    pages.flatMap((page) =>
      page.rules
        .filter(
          ({ id, steps }) =>
            steps.length === 0 && ![...page.cases, ...drafts].some(({ rule }) => rule === id),
        )
        .map((rule) => ({
          file: page.file,
          line: rule.line,
          message: `${rule.id} has no case; write one: modspec new ${rule.id}`,
        })),
    ),
};
