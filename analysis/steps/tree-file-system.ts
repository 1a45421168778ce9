// The tree of a case as a file system in memory, so that the reference can be asked without a disk.

import { posix } from 'node:path';
import { fillText } from '../../harness/trees/build-tree.ts';
import type { TreeEntry } from '../../model/case.ts';
import type { ListedFileSystem } from '../../reference/index.ts';

/** The root of the tree in such a file system. */
export const treeRoot = '/tree';

interface Place {
  readonly path: string;
  readonly entry: TreeEntry | undefined;
  /** Why the path does not exist. */
  readonly fault?: Fault;
}

/**
 * @param seen the root as the texts of the tree have it, where they are for another platform
 */
export function treeFileSystem(entries: readonly TreeEntry[], seen: string = treeRoot): ListedFileSystem {
  const at = new Map(entries.map((entry) => [posix.join(treeRoot, entry.path), entry]));
  const folders = new Set([treeRoot, '/', ...[...at.keys()].flatMap(foldersAbove)]);
  const find = (path: string): Place =>
    path.includes('\0')
      ? { path, entry: undefined, fault: 'ERR_INVALID_ARG_VALUE' }
      : follow(at, folders, path, 0);
  return {
    kindOf(path) {
      const { entry, fault } = find(path);
      // A path that ends in a slash must be a folder.
      if (path.endsWith('/') && (entry?.kind === 'file' || entry?.kind === 'bytes')) return undefined;
      if (fault) return fault === 'EACCES' || fault === 'ELOOP' ? 'unreachable' : undefined;
      return entry && entry.kind !== 'folder' ? 'file' : 'folder';
    },
    readFile(path) {
      const { entry, fault } = find(path);
      if (fault) throw fileError(fault, path);
      if (!entry || entry.kind === 'folder') throw fileError('EISDIR', path);
      if (lacks(entry, 0o400)) throw fileError('EACCES', path);
      return contentOf(entry, seen);
    },
    realpath(path) {
      const place = find(path);
      if (place.fault) throw fileError(place.fault, path);
      return place.path;
    },
    names(path) {
      const { path: folder, fault } = find(path);
      return fault === undefined ? namesIn(folder, [...at.keys(), ...folders]) : [];
    },
    linkTarget(path) {
      const entry = at.get(path);
      return entry?.kind === 'symlink' ? entry.target.replaceAll('<tree>', treeRoot) : undefined;
    },
  };
}

function namesIn(folder: string, paths: readonly string[]): string[] {
  const inside = paths.filter((path) => path !== folder && posix.dirname(path) === folder);
  return [...new Set(inside.map((path) => posix.basename(path)))];
}

/** Follows a path name by name, with symbolic links, as a system does: after a link, `..` is the parent of its target. */
function follow(
  at: ReadonlyMap<string, TreeEntry>,
  folders: ReadonlySet<string>,
  path: string,
  depth: number,
): Place {
  if (depth > 40) return { path, entry: undefined, fault: 'ELOOP' };
  let here: Place = { path: '/', entry: undefined };
  for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
    here = stepInto(at, folders, here, name, depth);
    if (here.fault) return here;
  }
  return here;
}

function stepInto(
  at: ReadonlyMap<string, TreeEntry>,
  folders: ReadonlySet<string>,
  from: Place,
  name: string,
  depth: number,
): Place {
  const next = posix.join(from.path, name);
  const entry = at.get(next);
  if (from.entry && from.entry.kind !== 'folder') return { path: next, entry, fault: 'ENOTDIR' };
  if (from.entry && lacks(from.entry, 0o100)) return { path: next, entry, fault: 'EACCES' };
  if (entry?.kind === 'symlink') {
    const target = entry.target.replaceAll('<tree>', treeRoot);
    return follow(at, folders, target.startsWith('/') ? target : `${from.path}/${target}`, depth + 1);
  }
  return entry || folders.has(next) ? { path: next, entry } : { path: next, entry, fault: 'ENOENT' };
}

/** Whether the mode of an entry forbids its owner something. */
function lacks(entry: TreeEntry, permission: number): boolean {
  return 'mode' in entry && entry.mode !== undefined && (Number.parseInt(entry.mode, 8) & permission) === 0;
}

/** The last one is for a path with a NUL, which Node passes to no system. */
type Fault = 'ENOENT' | 'ENOTDIR' | 'EISDIR' | 'EACCES' | 'ELOOP' | 'ERR_INVALID_ARG_VALUE';

function fileError(code: Fault, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

function contentOf(entry: TreeEntry, seen: string): Uint8Array {
  switch (entry.kind) {
    case 'file':
      return Buffer.from(fillText(entry, seen));
    case 'bytes':
      return Buffer.from(entry.base64, 'base64');
    case 'folder':
    case 'symlink':
      throw fileError('EISDIR', entry.path);
  }
}

function foldersAbove(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}
