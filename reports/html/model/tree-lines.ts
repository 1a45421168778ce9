// A tree drawn line by line, as `tree` does.

import type { TreeEntry } from '../../../model/case.ts';

export interface TreeLine {
  /** The lines before the name. */
  readonly strokes: string;
  readonly name: string;
  readonly kind: TreeEntry['kind'];
  readonly note: string;
}

/** What a file contains. */
export interface FileListing {
  readonly path: string;
  readonly text: string;
  /** Empty for text as it is. */
  readonly note: string;
}

const longest = 4000;

/** Undefined for an entry without contents. */
export function fileListing(entry: TreeEntry): FileListing | undefined {
  if (entry.kind === 'bytes')
    return { path: entry.path, text: escapeBytes(entry.base64), note: 'exact bytes' };
  if (entry.kind !== 'file' || entry.text === '') return undefined;
  const text = entry.text.length > longest ? `${entry.text.slice(0, longest)}…` : entry.text;
  return { path: entry.path, text, note: '' };
}

/** Writes bytes as a JavaScript string does. */
function escapeBytes(base64: string): string {
  const binary = atob(base64);
  return [...binary.slice(0, longest)].map(escapeByte).join('');
}

function escapeByte(character: string): string {
  if (character === '\n') return '\\n\n';
  if (character >= ' ' && character <= '~') return character;
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
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
