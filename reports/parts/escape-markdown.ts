// Escapes for Markdown.

import { inert } from '../../model/inert.ts';

/** Escapes text for a line or a cell of a table. */
export function escapeMarkdown(text: string): string {
  return inert(text)
    .replace(/[\n\t]+/g, ' ')
    .replace(/[\\`*_{}[\]()<>#+!|~&@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
