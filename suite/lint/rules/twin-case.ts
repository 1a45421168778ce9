// Lint: cases that ask what another case asks.

import type { Case } from '../../../model/case.ts';
import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { type NeutralCase, neutralCase } from '../subject/neutral-case.ts';

export const twinCase: LintRule = {
  name: 'twin-case',
  reason:
    'A loader that fails one of two equal cases fails the other, so the second shows nothing and counts a fault twice. Two cases are equal when all that one asks the other asks too, of the same tree: the names of files and variables, the words that a program prints, the order of files and rows, and everything beside tree and questions are not compared.',
  fix: 'Keep the case below the rule that it shows best, retire the other or rename it to the one that stays, and mention the fact only once. Where both rules need it, change the tree so that only the fault of that rule shows.',
  check: ({ pages }) => {
    const seen = new Map<string, Known[]>();
    return pages.flatMap(({ file, cases }) =>
      cases.flatMap((item): Problem[] => {
        const known = { item, neutral: neutralCase(item) };
        const before = seen.get(known.neutral.tree) ?? [];
        seen.set(known.neutral.tree, [...before, known]);
        return before.flatMap((other) => complain(file, known, other));
      }),
    );
  },
};

interface Known {
  readonly item: Case;
  readonly neutral: NeutralCase;
}

function complain(file: string, one: Known, other: Known): Problem[] {
  const [asked, before] = [one.neutral.questions, other.neutral.questions];
  const isBelow = [...asked].every((question) => before.has(question));
  const isAbove = [...before].every((question) => asked.has(question));
  if (!isBelow && !isAbove) return [];
  const place = `${other.item.id} (${other.item.source.file}:${other.item.source.line})`;
  const said = isBelow
    ? `${one.item.id} asks ${isAbove ? 'what' : 'nothing but what'} ${place} asks`
    : `${one.item.id} asks all that ${place} asks, and more`;
  return [{ file, line: one.item.source.line, message: `${said}; keep one of them` }];
}
