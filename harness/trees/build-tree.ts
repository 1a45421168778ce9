// Builds a tree on disk. Synchronous, because a small tree is written faster than a promise settles.

import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';

/** Replaces the placeholder `<tree>` with the real path of the tree. */
export function fillPlaceholder(text: string, root: string): string {
  return text.replaceAll('<tree>', () => root);
}

/**
 * Creates `root` and writes the entries below it: files, then links, then modes.
 * @param root real, absolute path of a folder that does not exist yet
 * @throws {RangeError} if an entry would be outside the tree; nothing has been written then.
 */
export function buildTree(root: string, entries: readonly TreeEntry[]): void {
  const fault = findTreeFault(entries, ['case-sensitive']);
  if (fault) throw new RangeError(fault.message);
  makeRoot(root);
  for (const entry of entries) if (entry.kind !== 'symlink') writeEntry(root, entry);
  for (const entry of entries) if (entry.kind === 'symlink') writeEntry(root, entry);
  for (const entry of entries) {
    if (entry.kind !== 'symlink' && entry.mode !== undefined)
      chmodSync(path.join(root, entry.path), Number.parseInt(entry.mode, 8));
  }
}

/** The folder above is there for every tree but the first. */
function makeRoot(root: string): void {
  try {
    mkdirSync(root);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(path.dirname(root), { recursive: true });
    mkdirSync(root);
  }
}

function writeEntry(root: string, entry: TreeEntry): void {
  const target = path.join(root, entry.path);
  if (entry.path.includes('/')) mkdirSync(path.dirname(target), { recursive: true });
  switch (entry.kind) {
    case 'file':
      writeFileSync(target, fillPlaceholder(entry.text, root), { flag: 'wx' });
      return;
    case 'bytes':
      writeFileSync(target, Buffer.from(entry.base64, 'base64'), { flag: 'wx' });
      return;
    case 'folder':
      mkdirSync(target, { recursive: true });
      return;
    case 'symlink':
      symlinkSync(fillPlaceholder(entry.target, root), target);
  }
}
