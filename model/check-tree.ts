// Checks that the entries of a tree stay inside it and that their names do not clash: when a page is read, and again before
// a tree is written, because case files may come from anyone.

import path from 'node:path';
import type { TreeEntry } from './case.ts';

/** A fault of an entry, described for the author. */
export interface TreeFault {
  readonly index: number;
  readonly message: string;
}

/** The first fault of a tree; undefined if it can be built. */
export function findTreeFault(
  entries: readonly TreeEntry[],
  needs: readonly string[],
): TreeFault | undefined {
  const pathsOf = (kinds: readonly TreeEntry['kind'][]): ReadonlySet<string> =>
    new Set(entries.filter(({ kind }) => kinds.includes(kind)).map((entry) => entry.path));
  const links = pathsOf(['symlink']);
  const files = pathsOf(['file', 'bytes']);
  const seen = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    const message =
      findPathFault(entry.path) ??
      findLinkedParent(entry.path, links) ??
      findClash(entry, files, seen, needs.includes('case-sensitive')) ??
      (entry.kind === 'symlink' ? findEscape(entry.path, entry.target, links) : undefined);
    if (message) return { index, message };
  }
  return undefined;
}

function findPathFault(name: string): string | undefined {
  if (path.posix.isAbsolute(name) || path.win32.isAbsolute(name))
    return `expected a path inside the tree; '${name}' is absolute`;
  const segments = name.split('/');
  if (segments.includes('..')) return `expected a path without '..'; found '${name}'`;
  if (segments.includes('.') || segments.includes(''))
    return `expected a path in its shortest form; found '${name}'`;
  if (name.includes('\0')) return `expected a name without a NUL character`;
  return undefined;
}

function findLinkedParent(name: string, links: ReadonlySet<string>): string | undefined {
  const link = parentsOf(name).find((parent) => links.has(parent));
  return link && `'${name}' would be written through the symbolic link '${link}'`;
}

function findClash(
  entry: TreeEntry,
  files: ReadonlySet<string>,
  seen: Map<string, string>,
  caseSensitive: boolean,
): string | undefined {
  const key = caseSensitive ? entry.path : entry.path.normalize('NFC').toLowerCase();
  const other = seen.get(key);
  seen.set(key, entry.path);
  if (other === entry.path) return `'${entry.path}' is declared twice; remove one`;
  if (other !== undefined) {
    return `'${entry.path}' and '${other}' are the same name on some file systems; declare 'Needs: case-sensitive'`;
  }
  const parent = parentsOf(entry.path).find((folder) => files.has(folder));
  return parent && `'${entry.path}' lies below '${parent}', which is a file`;
}

/** Follows the target of a link name by name. A target that leaves the tree, or leaves another link with `..`, is a fault. */
function findEscape(link: string, target: string, links: ReadonlySet<string>): string | undefined {
  const inTree = target === '<tree>' || target.startsWith('<tree>/');
  if (path.posix.isAbsolute(target))
    return `'${link}' points to '${target}' outside the tree; write <tree>/… or a relative target`;
  const start = inTree ? [] : link.split('/').slice(0, -1);
  const current = [...start];
  for (const segment of (inTree ? target.slice('<tree>'.length) : target).split('/')) {
    if (segment === '..' && links.has(current.join('/')))
      return `'${link}' leaves the symbolic link '${current.join('/')}' with '..'`;
    if (segment === '..' && current.length === 0) return `'${link}' points to '${target}' outside the tree`;
    if (segment === '..') current.pop();
    else if (segment !== '' && segment !== '.') current.push(segment);
  }
  return undefined;
}

function parentsOf(name: string): string[] {
  const segments = name.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
}
