// Lint: what a text is said to leave open, and cases that judge by that text all the same.

import type { Case, Expectation, Question, Rule } from '../../../model/case.ts';
import { editions } from '../../../model/editions.ts';
import type { Page } from '../../pages/parse-page.ts';
import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const unspecifiedJudged: LintRule = {
  name: 'unspecified-judged',
  reason:
    '`unspecified` means that the source says nothing. A loader that is judged by the text alone must then be free to do as it likes. A row for contrast is left alone in a case that is silent in another row.',
  fix: 'Cite the sentence that says it and make the requirement MUST, SHOULD or MAY, or write `silent` for the edition of the text.',
  check: ({ pages }) => pages.flatMap((page) => page.rules.flatMap((rule) => judgedCases(page, rule))),
};

function judgedCases(page: Page, rule: Rule): Problem[] {
  if (rule.requirement !== 'unspecified') return [];
  return page.cases
    .filter((item) => item.rule === rule.id)
    .flatMap((item) => {
      const judged = textsOf(item);
      if (judged.length === 0) return [];
      const message = `${rule.id} is unspecified, but ${item.id} is judged in ${judged.join(' and ')}; cite what the source says, or be silent there`;
      return [{ file: page.file, line: item.source.line, message }];
    });
}

/** The editions of texts by which all of a case is judged. Rows for contrast, beside one that is silent, are not all of it. */
function textsOf({ questions }: Case): string[] {
  const all: readonly Question[] = questions;
  return texts.filter((id) =>
    all.every(({ expect }) => expect.some((one: Expectation) => one.editions.includes(id))),
  );
}

const texts = editions.filter(({ kind }) => kind === 'text').map(({ id }) => id);
