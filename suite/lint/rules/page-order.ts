// Lint: headings out of order.

import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import type { Outline, OutlinedChapter } from '../subject/outline.ts';

export const pageOrder: LintRule = {
  name: 'page-order',
  reason:
    'Page, section, rule and case are told apart by the level of their headings alone; a level left out gives a case to the wrong rule, or to none.',
  fix: 'Order headings as page (`#`, once), section (`##`), rule (`###`), case (`####`), and leave no level out.',
  readsText: true,
  check: ({ outlines }) => outlines.flatMap(outOfOrder),
};

const names = ['', 'page', 'section', 'rule', 'case'];

function outOfOrder({ file, chapters }: Outline): Problem[] {
  return chapters.flatMap((chapter, at): Problem[] => {
    const message = complaint(chapter, chapters[at - 1]);
    return message === undefined ? [] : [{ file, line: chapter.line, message }];
  });
}

function complaint({ level }: OutlinedChapter, before: OutlinedChapter | undefined): string | undefined {
  const name = names[level];
  if (name === undefined) return `a heading of level ${level} means nothing; cases (####) are the lowest`;
  if (level === 1) return before && 'a page has one # heading; make this a section (##)';
  if (level <= (before?.level ?? 0) + 1) return undefined;
  return `a ${name} belongs below a ${names[level - 1]}; found it below ${before ? `a ${names[before.level]}` : 'nothing'}`;
}
