// Lint: rules that rest on nothing.

import type { LintRule } from '../subject/lint-rule.ts';
import { rulesWithout } from '../subject/properties-of.ts';

export const ruleWithoutSource: LintRule = {
  name: 'rule-without-source',
  reason: 'A requirement that rests on no sentence of a source is an opinion.',
  fix: 'Add `- Source:` with document, section and sentence numbers, or make the requirement `unspecified` where the sources are silent.',
  readsText: true,
  check: ({ outlines }) =>
    rulesWithout(outlines, /^(?:Source:|Requirement:\s*unspecified)/).map(({ file, line, id }) => ({
      file,
      line,
      message: `${id} names no source; add '- Source:', or make its requirement unspecified`,
    })),
};
