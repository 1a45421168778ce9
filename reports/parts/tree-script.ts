// A tree as a script for a POSIX shell that makes it in the current folder, to be pasted by anybody.

import path from 'node:path';
import type { TreeEntry } from '../../model/case.ts';
import { quoteWord } from '../../model/quote-command.ts';

/** Files and folders, then links, then modes, as they are built for a run. */
export function treeScript(tree: readonly TreeEntry[]): string {
  const links = tree.filter(({ kind }) => kind === 'symlink');
  const others = tree.filter(({ kind }) => kind !== 'symlink');
  return [
    ...foldersOf(tree),
    ...[...others, ...links].flatMap(makeEntry),
    ...others.flatMap(setMode),
    '',
  ].join('\n');
}

/** Every folder that something lies in, and every folder of the tree itself. */
function foldersOf(tree: readonly TreeEntry[]): string[] {
  const folders = tree.map((entry) =>
    entry.kind === 'folder' ? entry.path : path.posix.dirname(entry.path),
  );
  const names = [...new Set(folders)].filter((folder) => folder !== '.');
  return names.length === 0 ? [] : [`mkdir -p -- ${names.map(quoteWord).join(' ')}`];
}

function makeEntry(entry: TreeEntry): string[] {
  const name = quoteWord(entry.path);
  switch (entry.kind) {
    case 'file':
      return [`${printed(entry.text)} > ${name}`];
    case 'bytes':
      return [`printf %s ${quoteWord(entry.base64)} | base64 -d > ${name}`];
    case 'symlink':
      return [`ln -s -- ${withRoot(entry.target)} ${name}`];
    case 'folder':
      return [];
  }
}

/** A command that prints exactly this text. */
function printed(text: string): string {
  return text === '' ? ':' : `printf %s ${withRoot(text)}`;
}

/** A quoted word in which `<tree>` is the current folder. */
function withRoot(text: string): string {
  return (
    text
      .split('<tree>')
      .map((part, at) => `${at === 0 ? '' : '"$(pwd -P)"'}${part === '' ? '' : quoteWord(part)}`)
      .join('') || "''"
  );
}

function setMode(entry: TreeEntry): string[] {
  if (entry.kind === 'symlink' || entry.mode === undefined) return [];
  return [`chmod ${entry.mode} -- ${quoteWord(entry.path)}`];
}
