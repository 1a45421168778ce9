// A tree: files, folders, packages, and links to all of them and to nothing.

import { posix } from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import type { Dice } from './dice.ts';
import { randomExtension, randomFileName, randomFolderName, randomPackageName } from './random-names.ts';
import { type PackageOptions, type RandomPackage, randomPackageJson } from './random-package-json.ts';

export interface RandomTree {
  readonly entries: readonly TreeEntry[];
  readonly packages: readonly RandomPackage[];
}

/** @param textOf the text of a file that is not a package.json, by its path */
export function randomTree(
  dice: Dice,
  options: PackageOptions,
  textOf: (path: string, all: readonly TreeEntry[]) => string,
): RandomTree {
  const growing = startGrowing(dice);
  growFolder(growing, '', 0);
  const packages = writePackages(growing, options);
  addLinks(growing);
  const entries = [...growing.entries.values()];
  const filled = entries.map((entry) =>
    entry.kind === 'file' && entry.text === unwritten
      ? { ...entry, text: textOf(entry.path, entries) }
      : entry,
  );
  return { entries: filled, packages };
}

const unwritten = '(unwritten)';

interface Growing {
  readonly dice: Dice;
  readonly entries: Map<string, TreeEntry>;
  /** The folders that get a package.json, with the name of the package. */
  readonly packages: Map<string, string>;
}

function startGrowing(dice: Dice): Growing {
  return { dice, entries: new Map(), packages: new Map() };
}

function growFolder(growing: Growing, folder: string, depth: number): void {
  const { dice } = growing;
  for (const name of dice.several(1, 3, () => randomFileName(dice))) addFile(growing, inside(folder, name));
  if (dice.chance(0.35)) addFile(growing, inside(folder, `index${randomExtension(dice)}`));
  if (dice.chance(0.35)) growing.packages.set(folder, posix.basename(folder) || 'a');
  if (dice.chance(depth === 0 ? 0.8 : 0.2)) growModules(growing, inside(folder, 'node_modules'), depth + 1);
  if (depth > 2) return;
  for (const name of dice.several(0, 2, () => randomFolderName(dice)))
    growNested(growing, inside(folder, name), depth + 1);
}

function growNested(growing: Growing, folder: string, depth: number): void {
  if (growing.entries.has(folder)) return;
  if (growing.dice.chance(0.15)) add(growing, { kind: 'folder', path: folder });
  else growFolder(growing, folder, depth);
}

function growModules(growing: Growing, folder: string, depth: number): void {
  const { dice } = growing;
  if (dice.chance(0.06)) {
    addFile(growing, folder);
    return;
  }
  for (const name of dice.several(1, 3, () => randomPackageName(dice))) {
    const path = inside(folder, name);
    if (dice.chance(0.12)) addFile(growing, path + randomExtension(dice));
    else if (!growing.entries.has(path)) growPackage(growing, path, name, depth);
  }
  if (dice.chance(0.08))
    addFile(growing, inside(folder, dice.pick(['index.js', 'package.json', 'node_modules/a.js'])));
}

function growPackage(growing: Growing, folder: string, name: string, depth: number): void {
  const { dice } = growing;
  if (depth < 3 || dice.chance(0.5)) growFolder(growing, folder, depth + 2);
  else addFile(growing, inside(folder, 'index.js'));
  if (dice.chance(0.4)) addFile(growing, inside(folder, `lib/${randomFileName(dice)}`));
  if (dice.chance(0.8)) growing.packages.set(folder, name);
}

function addFile(growing: Growing, path: string): void {
  add(growing, { kind: 'file', path, text: unwritten });
}

/** Adds the entry if nothing is in its way. */
function add({ entries, packages }: Growing, entry: TreeEntry): void {
  if (entries.has(entry.path) || foldersAbove(entry.path).some((folder) => isFile(entries.get(folder))))
    return;
  if (entry.kind !== 'folder' && isFolder(entries, entry.path)) return;
  if (entry.kind !== 'folder') for (const folder of packages.keys()) if (folder === entry.path) return;
  entries.set(entry.path, entry);
}

function isFile(entry: TreeEntry | undefined): boolean {
  return entry !== undefined && entry.kind !== 'folder';
}

function isFolder(entries: ReadonlyMap<string, TreeEntry>, path: string): boolean {
  return [...entries.keys()].some((other) => other.startsWith(`${path}/`));
}

/** Each package.json is written when all other files are known. */
function writePackages(growing: Growing, options: PackageOptions): RandomPackage[] {
  const { dice, entries } = growing;
  return [...growing.packages].flatMap(([folder, name]) => {
    const path = inside(folder, 'package.json');
    const prefix = folder === '' ? '' : `${folder}/`;
    const files = [...entries.keys()]
      .filter((one) => one.startsWith(prefix))
      .map((one) => one.slice(prefix.length));
    const made = randomPackageJson(dice, { folder, name, files }, options);
    entries.delete(path);
    add(growing, { kind: 'file', path, text: made.text });
    return entries.has(path) ? [made] : [];
  });
}

function addLinks(growing: Growing): void {
  const { dice, entries } = growing;
  if (dice.chance(0.5)) return;
  for (const path of dice.several(1, 3, () => linkPath(growing))) {
    const target = linkTarget(dice, path, [...entries.keys()]);
    const before = entries.size;
    add(growing, { kind: 'symlink', path, target });
    if (entries.size > before && findTreeFault([...entries.values()], ['case-sensitive']))
      entries.delete(path);
  }
}

function linkPath({ dice, entries }: Growing): string {
  const folder = posix.dirname(dice.pickAny([...entries.keys()]) ?? 'a');
  const name = dice.chance(0.7)
    ? randomFileName(dice)
    : dice.pick(['index.js', 'package.json', 'node_modules', 'a']);
  return inside(folder === '.' ? '' : folder, name);
}

/** Another entry or its folder, the link itself, or nothing; relative to the folder of the link or from the root. */
function linkTarget(dice: Dice, path: string, paths: readonly string[]): string {
  const entry = dice.pickAny(paths) ?? 'a';
  const target = dice.chance(0.1)
    ? dice.pick([path, 'none', `${path}/a`])
    : dice.chance(0.35)
      ? posix.dirname(entry)
      : entry;
  if (dice.chance(0.2)) return posix.join('<tree>', target);
  return posix.relative(posix.dirname(path), target) || '.';
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** All folders above, innermost first. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, parts.length - 1 - at).join('/'));
}
