// Lint: ids that are gone without a word.

import { droppedIds } from '../../identity/dropped-ids.ts';
import { pageId } from '../../pages/page-id.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const droppedId: LintRule = {
  name: 'dropped-id',
  reason:
    'A reader who looks up the id of a rule or case that is gone must find what became of it. The case files hold every id that was ever used.',
  fix: 'Register the id in `spec/ids.yaml`, `renamed` to its new id or `retired` with the reason, or bring it back.',
  check: ({ whole, pages, drafts, published, ids, outlines }) => {
    if (!whole) return [];
    const present = [...pages.flatMap(({ rules, cases }) => [...rules, ...cases]), ...drafts];
    return droppedIds(published, new Set(present.map(({ id }) => id)), ids).map(({ id, page, line }) => ({
      file: outlines.find(({ file }) => pageId(file) === page)?.file ?? `${page}.md`,
      line,
      message: `the id '${id}' was here and is gone; register it in ids.yaml, renamed or retired`,
    }));
  },
};
