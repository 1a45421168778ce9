// Checks whether a tree is unchanged; loaders and programs may change it.

import { lstatSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { fillPlaceholder, fillText } from './build-tree.ts';
import { readPlainFile } from './read-plain-file.ts';

/**
 * Whether every entry is unchanged. Added files are not looked for.
 * @param seen the root as the texts of the tree have it
 */
export function isIntact(root: string, entries: readonly TreeEntry[], seen: string = root): boolean {
  return entries.every((entry) => {
    try {
      return isAsBuilt(path.join(root, entry.path), entry, { root, seen });
    } catch {
      return false;
    }
  });
}

function isAsBuilt(
  target: string,
  entry: TreeEntry,
  { root, seen }: Record<'root' | 'seen', string>,
): boolean {
  switch (entry.kind) {
    case 'file':
      return holds(target, Buffer.from(fillText(entry, seen)));
    case 'bytes':
      return holds(target, Buffer.from(entry.base64, 'base64'));
    case 'folder':
      return lstatSync(target).isDirectory();
    case 'symlink':
      return readlinkSync(target) === fillPlaceholder(entry.target, root);
  }
}

function holds(file: string, expected: Buffer): boolean {
  return readPlainFile(file, expected.length)?.equals(expected) === true;
}
