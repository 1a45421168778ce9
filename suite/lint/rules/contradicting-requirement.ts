// Lint: rules that do not agree how strongly a source binds.

import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { type CitingRule, placeOfRule, rulesCitingTheSame } from '../subject/same-citations.ts';
import type { Subject } from '../subject/subject.ts';

export const contradictingRequirement: LintRule = {
  name: 'contradicting-requirement',
  reason:
    'How strongly a fact binds follows from what the source says about it. Two rules that cite exactly the same statements bind equally; and `unspecified` means that the sources say nothing, so such a rule cites nothing.',
  fix: 'Read the statements again and write the same `Requirement:` in all these rules. Where a rule goes beyond the statements, take its `Source:` away and make it `unspecified`.',
  check: (subject) => [...findCitingSilence(subject), ...findTorn(subject)],
};

function findCitingSilence({ pages }: Subject): Problem[] {
  return pages.flatMap(({ file, rules }) =>
    rules
      .filter(({ requirement, sources }) => requirement === 'unspecified' && sources.length > 0)
      .map(({ id, line }) => ({
        file,
        line,
        message: `${id} is unspecified but names a source; drop the source, or say how strongly it binds`,
      })),
  );
}

function findTorn({ pages }: Subject): Problem[] {
  return rulesCitingTheSame(pages).flatMap((group) =>
    group.slice(1).flatMap((citing, at): Problem[] => {
      const other = group.slice(0, at + 1).find((before) => isStrongerOrWeaker(citing, before));
      return other ? [complain(citing, other)] : [];
    }),
  );
}

function isStrongerOrWeaker({ rule }: CitingRule, { rule: other }: CitingRule): boolean {
  return (
    ![rule.requirement, other.requirement].includes('unspecified') && rule.requirement !== other.requirement
  );
}

function complain({ rule, page }: CitingRule, other: CitingRule): Problem {
  const message = `${rule.id} is ${rule.requirement}, but ${placeOfRule(other)} cites the same statements and is ${other.rule.requirement}; make them agree`;
  return { file: page.file, line: rule.line, message };
}
