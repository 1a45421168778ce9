// Lint: links from a rule to a whole page.

import type { Problem } from '../subject/finding.ts';
import { linksIn } from '../subject/links.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import type { Outline } from '../subject/outline.ts';

export const looseLink: LintRule = {
  name: 'loose-link',
  reason:
    'A rule or case that mentions another fact means one rule, and a page has dozens. A link to the page alone makes the reader search for it.',
  fix: 'Link the heading: `folders.md#folder-main-…`, the id of the rule and its title. With the id alone as the anchor, `--fix` of `dead-link` writes the rest. In the text at the top of a page or section, a link to a page as a whole is fine.',
  readsText: true,
  check: ({ outlines }) => outlines.flatMap(findLoose),
};

function findLoose({ file, text, chapters }: Outline): Problem[] {
  return linksIn(text)
    .filter(({ target }) => /^[^#:]+\.md$/.test(target))
    .filter(({ line }) => (chapters.findLast((chapter) => chapter.line <= line)?.level ?? 0) > 2)
    .map(({ target, line }) => ({
      file,
      line,
      message: `this link goes to all of ${target}; add the anchor of the rule that is meant`,
    }));
}
