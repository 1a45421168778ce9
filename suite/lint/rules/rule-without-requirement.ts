// Lint: rules that do not say how strongly they bind.

import type { LintRule } from '../subject/lint-rule.ts';
import { rulesWithout } from '../subject/properties-of.ts';

export const ruleWithoutRequirement: LintRule = {
  name: 'rule-without-requirement',
  reason:
    'How strongly a rule binds decides what a failing case means: a broken MUST is a defect, a MAY is a choice.',
  fix: 'Add `- Requirement:` with MUST, SHOULD, MAY, or unspecified below the text of the rule.',
  readsText: true,
  check: ({ outlines }) =>
    rulesWithout(outlines, /^Requirement:/).map(({ file, line, id }) => ({
      file,
      line,
      message: `${id} does not say how strongly it binds; add '- Requirement:' with MUST, SHOULD, MAY or unspecified`,
    })),
};
