// A tree drawn line by line, as `tree` does.

import type { TreeEntry } from '../../../model/case.ts';

export interface TreeLine {
  /** The lines before the name. */
  readonly strokes: string;
  readonly name: string;
  readonly kind: TreeEntry['kind'];
  readonly note: string;
}

interface Node {
  readonly children: Map<string, Node>;
  entry?: TreeEntry;
}

export function treeLines(entries: readonly TreeEntry[]): TreeLine[] {
  const root: Node = { children: new Map() };
  for (const entry of entries) insert(root, entry);
  return drawChildren(root, '');
}

function insert(root: Node, entry: TreeEntry): void {
  let node = root;
  for (const name of entry.path.split('/')) {
    const child = node.children.get(name) ?? { children: new Map() };
    node.children.set(name, child);
    node = child;
  }
  node.entry = entry;
}

function drawChildren(node: Node, before: string): TreeLine[] {
  const children = [...node.children];
  return children.flatMap(([name, child], index) => {
    const last = index === children.length - 1;
    const kind = child.entry?.kind ?? 'folder';
    const strokes = `${before}${last ? '└ ' : '├ '}`;
    const shown = kind === 'folder' ? `${name}/` : name;
    return [
      { strokes, name: shown, kind, note: noteOf(child.entry) },
      ...drawChildren(child, `${before}${last ? '  ' : '│ '}`),
    ];
  });
}

function noteOf(entry: TreeEntry | undefined): string {
  if (!entry) return '';
  if (entry.kind === 'symlink') return `→ ${entry.target}`;
  const empty = entry.kind === 'file' && entry.text === '' ? 'empty' : '';
  const mode = entry.mode === undefined ? '' : `mode ${entry.mode}`;
  return [empty, mode].filter(Boolean).join(', ');
}
