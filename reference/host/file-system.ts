// The one interface through which the reference touches files.

import fs, { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';

/** What a loader asks of a file system. Paths are absolute; `kindOf` and `readFile` follow symbolic links. */
export interface FileSystem {
  /**
   * Anything that is not a folder counts as a file; what is absent has no kind. Unreachable is what can't be looked
   * at, because of permissions or of links that go round in a loop.
   */
  kindOf(path: string): 'file' | 'folder' | 'unreachable' | undefined;
  /** The bytes of a file. Throws as `fs.readFileSync` does. */
  readFile(path: string): Uint8Array;
  /** The text of a module, by the function that a program may have replaced; absent if there is no such function. */
  readModule?(path: string): string;
  /** The real path by the function that a program has put in the place of `fs.realpathSync`; undefined if there is none. */
  realpathOfProgram?(path: string): string | undefined;
  /** The path with every symbolic link in it followed. Throws as `fs.realpathSync` does. */
  realpath(path: string): string;
  /**
   * What a symbolic link holds; nothing if it is not one, or can't be looked at. With this function, links are remembered one by
   * one, as in Node; without it, `realpath` is asked about each file.
   */
  linkTarget?(path: string): string | undefined;
}

/** A file system whose folders and links can be looked into. */
export interface ListedFileSystem extends FileSystem {
  /** The names in a folder; none if it is not one, or can't be listed. */
  names(folder: string): readonly string[];
  linkTarget(path: string): string | undefined;
}

/** The file system of this machine. */
export const nodeFileSystem: ListedFileSystem = {
  kindOf(path) {
    if (path.includes('\0')) return undefined;
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return undefined;
      return stats.isDirectory() ? 'folder' : 'file';
    } catch (error) {
      return error instanceof Error && Reflect.get(error, 'code') === 'ENOTDIR' ? undefined : 'unreachable';
    }
  },
  readFile: (path) => readFileSync(path),
  readModule: (path) => fs.readFileSync(path, 'utf8'),
  realpath: (path) => realpathSync(path),
  realpathOfProgram: (path) => (fs.realpathSync === realpathSync ? undefined : fs.realpathSync(path)),
  names(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  linkTarget(path) {
    try {
      return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
    } catch {
      return undefined;
    }
  },
};

/** The bytes of a file as text; a byte order mark stays in it as its first character. */
export function readText(files: FileSystem, path: string): string {
  return Buffer.from(files.readFile(path)).toString('utf8');
}

/** The same for a module that is loaded. */
export function readModuleText(files: FileSystem, path: string): string {
  return files.readModule?.(path) ?? readText(files, path);
}

/** The text without a byte order mark. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
