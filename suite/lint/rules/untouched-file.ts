// Lint: files that a case has no use for.

import type { LintRule } from '../subject/lint-rule.ts';
import { chapterOf } from '../subject/outline.ts';

export const untouchedFile: LintRule = {
  name: 'untouched-file',
  reason:
    'A case shows one thing with the fewest files that show it. A file that no loader has a reason to look at makes a reader search for its meaning. A file has one when the reference looks at it, or would if those it finds were missing; when a specifier or another file names it; when its name is one that loaders look for by themselves (`index`, `package.json`, `main.js`); or when a folder that is asked for is there only through it.',
  fix: 'Take the file out of the tree, then verify the case again: a changed tree is another case.',
  check: ({ pages, outlines, tracer }) =>
    pages.flatMap((page) =>
      page.cases.flatMap((item) =>
        tracer.untouchedEntries(item).map(({ path }) => ({
          file: page.file,
          line: lineOf(path, chapterOf(outlines, page.file, item.id)) ?? item.source.line,
          message: `${item.id} has no use for ${path}; take it out of the tree`,
        })),
      ),
    ),
};

/** Where a case names a file: in a paragraph of its own, or in a tree fence. */
function lineOf(path: string, chapter: ReturnType<typeof chapterOf>): number | undefined {
  for (const block of chapter?.blocks ?? []) {
    if (block.kind === 'paragraph' && block.inline.source.includes(path)) return block.line;
    if (block.kind !== 'fence' || block.info !== 'tree') continue;
    const at = block.content
      .split('\n')
      .findIndex((line) => line.startsWith(path) || line.startsWith(`"${path}`));
    if (at >= 0) return block.line + 1 + at;
  }
  return undefined;
}
