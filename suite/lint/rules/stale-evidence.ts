// Lint: cases that changed since real releases were asked.

import type { Case } from '../../../model/case.ts';
import { needsOtherSpellings } from '../../../model/editions.ts';
import { isServed } from '../subject/exercised.ts';
import type { LintRule } from '../subject/lint-rule.ts';

export const staleEvidence: LintRule = {
  name: 'stale-evidence',
  reason:
    'Expected values were seen on the real thing, not remembered. `spec/evidence/` says which case, by its hash, was asked of which release. Pages without such a folder keep no evidence, and nothing is said of them.',
  fix: 'Run `npm run verify:node PAGE`, `npm run verify:windows PAGE` for a case that needs `windows`, `npm run verify:file-systems PAGE` for one that needs `case-insensitive` or `normalization-insensitive`, or `npm run verify:deployd` for a server, and commit the evidence with the page.',
  check: ({ pages, evidence }) =>
    (evidence.size === 0 ? [] : pages).flatMap((page) =>
      page.cases.flatMap((item) => {
        const seen = evidence.get(page.id)?.[item.id];
        if (seen?.hash === item.hash) return [];
        const said = seen ? 'changed since it was verified' : 'was never verified';
        const message = `${item.id} ${said}; run 'npm run ${verification(item, page.id)}'`;
        return [{ file: page.file, line: item.source.line, message }];
      }),
    ),
};

/** The command that asks real releases. */
function verification(item: Case, page: string): string {
  if (isServed(item)) return 'verify:deployd';
  if (needsOtherSpellings(item)) return `verify:file-systems ${page}`;
  return `${item.needs.includes('windows') ? 'verify:windows' : 'verify:node'} ${page}`;
}
