// Lint: renamed ids whose new id does not exist.

import { presentId } from '../../identity/id-register.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const brokenRename: LintRule = {
  name: 'broken-rename',
  reason: 'A reader who follows a renamed id must find the rule or case that it is called now.',
  fix: 'Correct the `renamed` of the entry in `spec/ids.yaml`; if the new id is gone too, register what became of it.',
  check: ({ whole, pages, drafts, ids }) => {
    if (!whole) return [];
    const present = new Set(
      [...pages.flatMap(({ rules, cases }) => [...rules, ...cases]), ...drafts].map(({ id }) => id),
    );
    return [...ids.values()].flatMap((entry) => {
      if (!('renamed' in entry)) return [];
      const today = presentId(ids, entry.id);
      if (today === undefined || present.has(today)) return [];
      const { file, line } = entry;
      return [
        {
          file,
          line,
          message: `'${entry.id}' was renamed to '${today}', which no rule or case is called; correct it`,
        },
      ];
    });
  },
};
