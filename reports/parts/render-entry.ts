// An entry of a tree as text.

import type { TreeEntry } from '../../model/case.ts';
import { shorten } from '../../model/inert.ts';

/** One line; the content of a file is below its name. */
export function renderEntry(entry: TreeEntry): string[] {
  const mode = entry.kind !== 'symlink' && entry.mode !== undefined ? ` (mode ${entry.mode})` : '';
  switch (entry.kind) {
    case 'file':
      return [`${entry.path}${mode}`, ...indent(shorten(entry.text, 2000))];
    case 'bytes':
      return [`${entry.path}${mode}: ${Buffer.from(entry.base64, 'base64').length} bytes`];
    case 'folder':
      return [`${entry.path}/${mode}`];
    case 'symlink':
      return [`${entry.path} -> ${entry.target}`];
  }
}

/** The lines of a text, indented; an empty last line is left out. */
export function indent(text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines
    .filter((line, index) => line !== '' || index < lines.length - 1)
    .map((line) => `  ${line}`.trimEnd());
}
