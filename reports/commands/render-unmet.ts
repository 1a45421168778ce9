// A case whose answers are not as expected, for the message of an error in somebody's own tests.

import type { Case, Rule } from '../../model/case.ts';
import { inert } from '../../model/inert.ts';
import type { Verdict } from '../../model/run.ts';
import { compareCheck } from '../parts/compare-check.ts';
import { blocksOf } from '../parts/question-blocks.ts';
import { indent, renderEntry } from '../parts/render-entry.ts';

/** The rule, the tree, and each question with what was expected (-) and observed (+). */
export function renderUnmet(item: Case, rule: Rule | undefined, verdict: Verdict, edition: string): string {
  return [
    `${item.id}: ${item.title}`,
    ...(rule ? [`rule ${rule.id}, ${rule.requirement} in ${edition}`, ...indent(rule.text)] : []),
    ...item.tree.flatMap(renderEntry).map((line) => `  ${line}`),
    ...blocksOf(verdict).flatMap(({ heading, check }) => [
      heading,
      ...(check ? compareCheck(check).map(({ sign, text }) => `  ${sign} ${text}`) : []),
    ]),
    inert(`npx modspec show ${item.id}`),
  ].join('\n');
}
