// Whether a text is a URL, or a path inside a tree.

/** Whether a text begins with the scheme of a URL; a drive letter is not one. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}
