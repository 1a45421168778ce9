// The files of a tree as answers name them.

import type { TreeEntry } from '../../model/case.ts';

/** The paths that an answer may have. */
export interface FilesOfTree {
  has(path: string): boolean;
}

/** Where case or normal form is ignored, an answer has the spelling that was asked for. */
export function filesOfTree(tree: readonly TreeEntry[], needed: readonly string[]): FilesOfTree {
  const ignoresCase = needed.includes('case-insensitive');
  const ignoresForm = needed.includes('normalization-insensitive');
  const inOneForm = (path: string) => (ignoresForm ? path.normalize('NFC') : path);
  const keyOf = (path: string) => inOneForm(ignoresCase ? path.toLowerCase() : path);
  const keys = new Set(tree.filter(({ kind }) => isFile(kind)).map(({ path }) => keyOf(path)));
  return { has: (path) => keys.has(keyOf(path)) };
}

function isFile(kind: string): boolean {
  return kind === 'file' || kind === 'bytes';
}
