// Lint: titles of rules and cases that do not stand alone.

import { operationOf } from '../../pages/steps.ts';
import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import type { OutlinedChapter } from '../subject/outline.ts';
import { titleFaults } from '../subject/title-faults.ts';

export const title: LintRule = {
  name: 'title',
  reason:
    'Reports, baselines and JUnit files show the title of a case without the page around it. So a title is a statement or a noun phrase of at least four words and at most 90 characters that names what is asked, and no other rule or case has the same. One that starts with “Nor”, “It” or “The same for”, or ends in “too”, needs the heading before it. An algorithm is called as its operation is.',
  fix: 'Name what is asked and, where it matters, what happens: “A `main` of `null` is ignored”, not “`null`” or “Nor `null`”. No mark is at its end.',
  readsText: true,
  check: ({ outlines }) => {
    const seen = new Map<string, string>();
    return outlines.flatMap(({ file, chapters }) =>
      chapters.filter(hasTitle).flatMap((chapter): Problem[] => {
        const key = chapter.title.toLowerCase();
        const first = seen.get(key);
        seen.set(key, first ?? `${chapter.id} (${file}:${chapter.line})`);
        const faults = titleFaults(chapter.title);
        const twice = first === undefined ? [] : [`is the title of ${first} too`];
        return [...faults, ...twice].map((fault) => ({
          file,
          line: chapter.line,
          message: `the title “${chapter.title}” ${fault}; name what is asked and what happens`,
        }));
      }),
    );
  },
};

function hasTitle({ level, id, title: text }: OutlinedChapter): boolean {
  return level >= 3 && id !== undefined && operationOf(text) === undefined;
}
