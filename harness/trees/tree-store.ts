// Where the trees of cases are made that are asked in this process: a folder for temporary files, or a file system of the user's.

import nodeFiles, { mkdtempSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { TreeFiles } from './build-tree.ts';
import { findNeighbour, neighbourError } from './find-neighbour.ts';
import { attemptRemoval } from './remove-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file system that has the functions of `node:fs` with which trees are written and removed. */
export interface FileStore extends TreeFiles {
  rmSync(path: string, options: { readonly recursive: true; readonly force: true }): unknown;
}

export interface TreeStore {
  readonly kind: 'disk' | 'other';
  readonly files: TreeFiles;
  /** A path for the next tree; it does not exist yet. */
  nextTree(): string;
  removeTree(root: string): void;
}

/** Each tree lies alone in a folder of its own. */
export const diskStore: TreeStore = {
  kind: 'disk',
  files: nodeFiles,
  nextTree: () => {
    const folder = realpathSync(mkdtempSync(path.join(temporaryFolder(), 'modspec-tree-')));
    const found = findNeighbour(folder);
    if (found === undefined) return path.join(folder, 'tree');
    attemptRemoval(folder);
    throw neighbourError(found, path.dirname(folder));
  },
  removeTree: (root) => {
    attemptRemoval(path.dirname(root));
  },
};

/** Of all such trees, so that no path is used twice in a process, whatever a resolver remembers. */
let trees = 0;

/** Trees in another file system, below `/modspec`. */
export function storeIn(files: FileStore): TreeStore {
  return {
    kind: 'other',
    files,
    nextTree: () => path.resolve(`/modspec/${++trees}/tree`),
    removeTree: (root) => {
      files.rmSync(path.dirname(root), { recursive: true, force: true });
    },
  };
}
