// A file system in memory, for trees that no disk needs to hold. Every path is below `/t`.

import { posix } from 'node:path';
import type { FileSystem } from '../../reference/index.ts';

/** The content of a file, or the path that a link leads to. */
export type MemoryEntry = string | Uint8Array | { readonly link: string };

/** A file system with these files; their folders exist because they do. */
export function memoryFileSystem(entries: Readonly<Record<string, MemoryEntry>>): FileSystem {
  const files = new Map(Object.entries(entries).map(([path, entry]) => [posix.join('/t', path), entry]));
  const folders = new Set([...files.keys()].flatMap(foldersAbove));
  const follow = (path: string): string => {
    const entry = files.get(path);
    if (typeof entry === 'object' && 'link' in entry) return follow(posix.resolve('/t', entry.link));
    return path;
  };
  return {
    kindOf(path) {
      const target = follow(path.replace(/\/\.(?=\/|$)/g, ''));
      if (files.has(target)) return 'file';
      return folders.has(target) ? 'folder' : undefined;
    },
    readFile(path) {
      const entry = files.get(follow(path));
      if (typeof entry === 'string') return Buffer.from(entry);
      if (entry instanceof Uint8Array) return entry;
      throw new Error(`nothing to read at ${path}`);
    },
    realpath: follow,
  };
}

function foldersAbove(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}
