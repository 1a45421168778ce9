// Reads a project on disk as the tree of a case.

import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import { UsageError } from '../../model/usage-error.ts';

/** The largest project; a case is written to disk again for every question. */
export interface ProjectLimits {
  readonly entries: number;
  readonly bytes: number;
}

export const projectLimits: ProjectLimits = { entries: 5000, bytes: 64 * 1024 * 1024 };

/** Folders of version control are not part of a project. */
const ignored: readonly string[] = ['.git', '.hg', '.svn'];

/**
 * Every file, symbolic link and empty folder below a folder, without modes.
 * @throws {UsageError} if an entry is too large, is not one of these, can't be read, or points outside the folder.
 */
export function readProject(folder: string, limits: ProjectLimits = projectLimits): TreeEntry[] {
  const root = realFolder(folder);
  const entries: TreeEntry[] = [];
  let bytes = 0;
  const queue = [''];
  for (const place of queue) {
    const names = namesIn(root, place);
    if (names.length === 0 && place !== '') entries.push({ kind: 'folder', path: place });
    for (const name of names) {
      const entry = readEntry(root, place === '' ? name : `${place}/${name}`);
      if (typeof entry === 'string') queue.push(entry);
      else {
        entries.push(entry);
        bytes += sizeOf(entry);
      }
      refuseSize(folder, entries.length, bytes, limits);
    }
  }
  const fault = findTreeFault(entries, ['case-sensitive']);
  if (fault) throw new UsageError(`this project cannot become a case: ${fault.message}`, { file: folder });
  return entries;
}

function realFolder(folder: string): string {
  const stats = statSync(path.resolve(folder), { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`expected a folder; '${folder}' does not exist`);
  const root = realpathSync(path.resolve(folder));
  if (lstatSync(root).isDirectory()) return root;
  throw new UsageError(`'${folder}' is not a folder; name the folder of the project`);
}

function namesIn(root: string, place: string): string[] {
  return attempt(place, () => readdirSync(path.join(root, place)))
    .filter((name) => !ignored.includes(name))
    .sort();
}

/** An entry of the tree, or the path of a folder to read. */
function readEntry(root: string, place: string): TreeEntry | string {
  const file = path.join(root, place);
  const stats = lstatSync(file);
  if (stats.isDirectory()) return place;
  if (stats.isSymbolicLink()) return { kind: 'symlink', path: place, target: targetOf(root, file) };
  if (!stats.isFile())
    throw new UsageError(`expected a file, a folder or a symbolic link; '${place}' is none of them`, {
      file,
    });
  if (stats.size > projectLimits.bytes) throw new UsageError('this file is too large for a case', { file });
  return readContent(
    place,
    attempt(place, () => readFileSync(file)),
  );
}

/** An absolute target inside the project becomes an absolute target inside the tree. */
function targetOf(root: string, file: string): string {
  const target = readlinkSync(file);
  if (!path.isAbsolute(target)) return target;
  const inside = path.relative(root, target).split(path.sep).join('/');
  return inside === '' ? '<tree>' : inside.startsWith('..') ? target : `<tree>/${inside}`;
}

/** Text only if a fence represents it exactly, including what a Markdown parser would change; otherwise bytes. */
function readContent(place: string, content: Buffer): TreeEntry {
  const text = content.toString('utf8');
  const plain = /^(?:[\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\u{10000}-\u{10ffff}]*\n)?$/u.test(text);
  const exact = plain && !text.includes('<tree>') && Buffer.from(text).equals(content);
  return exact
    ? { kind: 'file', path: place, text }
    : { kind: 'bytes', path: place, base64: content.toString('base64') };
}

function sizeOf(entry: TreeEntry): number {
  if (entry.kind === 'file') return entry.text.length;
  return entry.kind === 'bytes' ? entry.base64.length : 0;
}

function refuseSize(folder: string, count: number, bytes: number, limits: ProjectLimits): void {
  if (count > limits.entries)
    throw new UsageError(
      `expected at most ${limits.entries} files; '${folder}' contains more; name a smaller folder, or a copy without the files that the entry does not need`,
    );
  if (bytes > limits.bytes)
    throw new UsageError(
      `expected at most ${limits.bytes} bytes; '${folder}' contains more; name a smaller folder, or a copy without large files`,
    );
}

function attempt<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`cannot read '${place}': ${error instanceof Error ? error.message : String(error)}`);
  }
}
