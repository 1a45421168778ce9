// The cells of a table of resolutions, as a page spells them.

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
      throw new RangeError('a row of a table is a resolution');
  }
}

/** Text that begins or ends in a space, or is empty, is written as a JSON string. */
export function codeSpan(text: string): string {
  const plain = text === '' || text !== text.trim() ? JSON.stringify(text) : text;
  const escaped = plain.replaceAll('|', '\\|');
  return escaped.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
}
