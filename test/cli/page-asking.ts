// A page of small cases for tests of what an implementation does to a run.

import { caseText, pageText } from '../pages/page-text.ts';

/** A case per specifier, `asks-0` and so on; each tree holds a.js, which is what each expects. */
export function pageAsking(specifiers: readonly string[]): string {
  return pageText(specifiers.map((specifier, index) => caseText(`asks-${index}`, specifier)).join(''));
}
