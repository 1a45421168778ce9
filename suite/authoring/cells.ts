// Writes the cells of a table of resolutions, as on a page.

import type { Wanted } from './wanted.ts';

export function showWanted(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'file':
      return codeSpan(wanted.path);
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
