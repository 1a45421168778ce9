// Lint: rules that say what another rule says.

import type { CaseTracer } from '../subject/case-tracer.ts';
import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { type CitingRule, placeOfRule, rulesCitingTheSame } from '../subject/same-citations.ts';

export const ruleSaidTwice: LintRule = {
  name: 'rule-said-twice',
  reason:
    'A fact that is written in two places is changed in one of them, and then the specification contradicts itself. Two rules say the same when they cite exactly the same statements and every resolution in the cases of one takes, step by step, the way of a resolution in the cases of the other.',
  fix: 'Merge the rules: move the cases below the one that stays, and rename the other to it in `spec/ids.yaml`. Where they do say two things, let each cite the statements that say its own, or give one a case that the other cannot have.',
  check: ({ pages, tracer }) => rulesCitingTheSame(pages).flatMap((group) => findRepeated(group, tracer)),
};

function findRepeated(group: readonly CitingRule[], tracer: CaseTracer): Problem[] {
  const known = group.map((citing) => ({ citing, ways: waysOfRule(citing, tracer) }));
  return known.flatMap(({ citing, ways }, at) => {
    const other = known
      .slice(0, at)
      .find((before) => isWithin(ways, before.ways) || isWithin(before.ways, ways));
    return other === undefined ? [] : [complain(citing, other.citing)];
  });
}

function waysOfRule({ rule, page }: CitingRule, tracer: CaseTracer): Set<string> {
  const cases = page.cases.filter((item) => item.rule === rule.id);
  return new Set(cases.flatMap((item) => [...tracer.waysOf(item)]));
}

function isWithin(ways: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return ways.size > 0 && [...ways].every((way) => others.has(way));
}

function complain({ rule, page }: CitingRule, other: CitingRule): Problem {
  const message = `${rule.id} cites the statements that ${placeOfRule(other)} cites, and their cases take the same steps; merge the rules, or cite what distinguishes them`;
  return { file: page.file, line: rule.line, message };
}
