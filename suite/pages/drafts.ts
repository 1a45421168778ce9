// Drafts: cases whose author has not said yet what is expected, and lets `modspec try --write` fill it in.

import type { Case, Expectation } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Page } from './parse-page.ts';

/** What is written for an expectation that is not known yet: as a cell, or as all that a program prints. */
export const unfilled = '?';

export function isUnfilled(expected: Expectation): boolean {
  if (expected.kind === 'error') return expected.error === unfilled;
  return expected.kind === 'run' && expected.stdout.trimEnd() === unfilled;
}

export function isDraft(item: Case): boolean {
  return item.questions.some(({ expect }) => expect.some(isUnfilled));
}

/** @throws {UsageError} at the first draft. */
export function refuseDrafts(pages: readonly Page[]): void {
  const draft = pages.flatMap(({ cases }) => cases).find(isDraft);
  if (!draft) return;
  throw new UsageError(
    `${draft.id} does not say what is expected; 'modspec try ${draft.id} --write' fills that in`,
    draft.source,
  );
}
