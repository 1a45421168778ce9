// Writes the cells of a table of resolutions, as on a page.

import type { FilesOfTree } from '../pages/files-of-tree.ts';
import type { Wanted } from './wanted.ts';

/** @param paths those of the tree: only a way of import can name a place in the tree where there is nothing */
export function showWanted(wanted: Wanted, paths: FilesOfTree): string {
  switch (wanted.kind) {
    case 'file': {
      const place = paths.has(wanted.path) ? wanted.path : `file://<tree>/${wanted.path}`;
      return codeSpan(`${place}${wanted.suffix ?? ''}`);
    }
    case 'url':
      return codeSpan(wanted.url);
    case 'builtin':
      return `builtin ${codeSpan(wanted.name)}`;
    case 'error':
      return codeSpan(wanted.error);
    case 'run':
      throw new RangeError('expected a resolution for a row of a table');
  }
}

/** Writes empty text, text that begins or ends with a space, and text with control characters as a JSON string. */
export function codeSpan(text: string): string {
  const isPlain = text !== '' && text === text.trim() && !/[\p{Cc}\u2028\u2029]|^".*"$/u.test(text);
  const plain = isPlain ? text : JSON.stringify(text);
  const escaped = plain.replaceAll('|', '\\|');
  return escaped.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
}
