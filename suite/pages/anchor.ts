// Anchors of headings, as GitHub makes them.

/**
 * The anchor of a heading: its letters, digits, hyphens and underscores, in lower case.
 * @param heading without its `#`; code spans may be marked or not
 */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
