// Builds a tree on disk. Synchronous, because a small tree is written faster than a promise settles.

import nodeFiles from 'node:fs';
import path from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';

/** What writes a tree: functions of `node:fs`, or of something that has the same. */
export interface TreeFiles {
  mkdirSync(path: string, options?: { readonly recursive: boolean }): unknown;
  writeFileSync(
    path: string,
    content: string | Uint8Array,
    options: { readonly flag: 'wx'; readonly encoding?: 'utf8' },
  ): unknown;
  symlinkSync(target: string, path: string): unknown;
  chmodSync(path: string, mode: number): unknown;
}

/** Replaces the placeholder `<tree>` with the real path of the tree. */
export function fillPlaceholder(text: string, root: string): string {
  return text.replaceAll('<tree>', () => root);
}

/** The text of a file of the tree: in JavaScript and JSON the root lies inside string literals, where a backslash escapes. */
export function fillText({ path, text }: Extract<TreeEntry, { kind: 'file' }>, root: string): string {
  return fillPlaceholder(text, /\.[cm]?[jt]sx?$|\.json$/.test(path) ? root.replaceAll('\\', '\\\\') : root);
}

/**
 * Creates `root` and writes the entries below it: files, then links, then modes.
 * @param root real, absolute path of a folder that does not exist yet
 * @param seen the root as the texts of the tree have it, where they are for another platform
 * @throws {RangeError} if an entry would be outside the tree; nothing has been written then.
 */
export function buildTree(
  root: string,
  entries: readonly TreeEntry[],
  files: TreeFiles = nodeFiles,
  seen: string = root,
): void {
  const fault = findTreeFault(entries, ['case-sensitive']);
  if (fault) throw new RangeError(fault.message);
  makeRoot(root, files);
  for (const entry of entries) if (entry.kind !== 'symlink') writeEntry(root, entry, files, seen);
  for (const entry of entries) if (entry.kind === 'symlink') writeEntry(root, entry, files, seen);
  for (const entry of entries) {
    if (entry.kind !== 'symlink' && entry.mode !== undefined)
      files.chmodSync(path.join(root, entry.path), Number.parseInt(entry.mode, 8));
  }
}

/** The folder above is there for every tree but the first. */
function makeRoot(root: string, files: TreeFiles): void {
  try {
    files.mkdirSync(root);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    files.mkdirSync(path.dirname(root), { recursive: true });
    files.mkdirSync(root);
  }
}

function writeEntry(root: string, entry: TreeEntry, files: TreeFiles, seen: string): void {
  const target = path.join(root, entry.path);
  if (entry.path.includes('/')) files.mkdirSync(path.dirname(target), { recursive: true });
  switch (entry.kind) {
    case 'file':
      // With an encoding, Node opens, writes and closes the file in one step.
      files.writeFileSync(target, fillText(entry, seen), { encoding: 'utf8', flag: 'wx' });
      return;
    case 'bytes':
      files.writeFileSync(target, Buffer.from(entry.base64, 'base64'), { flag: 'wx' });
      return;
    case 'folder':
      files.mkdirSync(target, { recursive: true });
      return;
    case 'symlink':
      files.symlinkSync(fillPlaceholder(entry.target, root), target);
  }
}
