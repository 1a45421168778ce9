// Whether a text is a URL, or a path inside a tree.

import type { Way } from './vocabulary.ts';

/** Whether a text begins with the scheme of a URL; a drive letter is not one. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}

/**
 * Whether the referrer of a question is a URL. Only what imports can be one, and of two kinds; any other is a path inside the tree,
 * which may have a colon in it.
 */
export function isReferrerUrl({
  from,
  by = 'require',
}: {
  readonly from: string;
  readonly by?: Way | undefined;
}): boolean {
  return by !== 'require' && /^(?:file|data):/.test(from);
}
