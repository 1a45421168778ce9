// Checks whether a tree is unchanged; loaders and programs may change it.

import { readFileSync, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { fillPlaceholder } from './build-tree.ts';

/** Whether every entry is unchanged. Added files are not looked for. */
export function isIntact(root: string, entries: readonly TreeEntry[]): boolean {
  return entries.every((entry) => {
    try {
      return isAsBuilt(path.join(root, entry.path), root, entry);
    } catch {
      return false;
    }
  });
}

function isAsBuilt(target: string, root: string, entry: TreeEntry): boolean {
  switch (entry.kind) {
    case 'file':
      return readFileSync(target, 'utf8') === fillPlaceholder(entry.text, root);
    case 'bytes':
      return readFileSync(target).equals(Buffer.from(entry.base64, 'base64'));
    case 'folder':
      return statSync(target).isDirectory();
    case 'symlink':
      return readlinkSync(target) === fillPlaceholder(entry.target, root);
  }
}
