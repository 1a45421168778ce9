// The tree of a case: its named fences and tree fences as entries, in page order.

import type { TreeEntry } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import { readTreeFence, type TreeFenceLine } from './tree-fence.ts';

/** A file given by a named fence. */
export interface NamedFence {
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

export interface PlacedEntry {
  readonly entry: TreeEntry;
  readonly line: number;
}

/** The entries of the tree with the line each was declared on. */
export function readTree(
  file: string,
  files: readonly NamedFence[],
  fences: readonly { line: number; content: string }[],
): PlacedEntry[] {
  const lines = fences.flatMap((fence) => readTreeFence(file, fence.line, fence.content));
  const declared = [
    ...files.map(({ path, text, line }): PlacedEntry => ({ entry: { kind: 'file', path, text }, line })),
    ...lines.flatMap((line) => declare(line)),
  ];
  return lines
    .filter((line) => line.kind === 'mode')
    .reduce((entries, line) => applyMode(file, entries, line), declared);
}

function declare(line: TreeFenceLine): PlacedEntry[] {
  switch (line.kind) {
    case 'empty':
      return [{ entry: { kind: 'file', path: line.path, text: '' }, line: line.line }];
    case 'folder':
      return [{ entry: { kind: 'folder', path: line.path }, line: line.line }];
    case 'bytes':
      return [{ entry: { kind: 'bytes', path: line.path, base64: line.base64 }, line: line.line }];
    case 'symlink':
      return [{ entry: { kind: 'symlink', path: line.path, target: line.target }, line: line.line }];
    case 'mode':
      return [];
  }
}

/** Gives an entry its mode; a folder that only its files declare is declared by it, and else an empty file. */
function applyMode(
  file: string,
  entries: PlacedEntry[],
  { path, mode, line }: Extract<TreeFenceLine, { kind: 'mode' }>,
): PlacedEntry[] {
  const target = entries.find(({ entry }) => entry.path === path);
  if (!target) {
    const isFolder = entries.some(({ entry }) => entry.path.startsWith(`${path}/`));
    const entry: TreeEntry = isFolder
      ? { kind: 'folder', path, mode }
      : { kind: 'file', path, text: '', mode };
    return [...entries, { entry, line }];
  }
  if (target.entry.kind === 'symlink') {
    throw new UsageError('a symbolic link has no mode of its own', { file, line });
  }
  const changed = { entry: { ...target.entry, mode }, line: target.line };
  return entries.map((placed) => (placed === target ? changed : placed));
}
