// Ids, and what the path of a page says: its id, and its place in the order of reading.

import { UsageError } from '../../model/usage-error.ts';

export const idShape = 'lower-case words joined by hyphens, such as folder-main-file';

export function isId(text: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}

/**
 * The id of a page: its file name without the extension and without the number that puts it in order.
 * @throws {UsageError} when that is not an id
 */
export function pageId(file: string): string {
  const name = segmentsOf(file).at(-1) ?? file;
  const id = name.replace(/\.md$/, '').replace(/^\d+-/, '');
  if (isId(id)) return id;
  throw new UsageError(
    `a page's file name is its id, perhaps after a number and a hyphen: ${idShape}; found '${name}'`,
    { file },
  );
}

/** The path of a page below the folder of pages, such as `04-folders/1-folder-main.md`. */
export function placeOfPage(file: string): string {
  const segments = segmentsOf(file);
  let first = segments.length - 1;
  while (isNumbered(segments[first - 1] ?? '')) first--;
  return segments.slice(first).join('/');
}

/** Whether a folder is a part of the specification: its name begins with a number and a hyphen. */
export function isNumbered(folder: string): boolean {
  return /^\d+-/.test(folder);
}

function segmentsOf(file: string): string[] {
  return file.split(/[\\/]/);
}
