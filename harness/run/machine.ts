// What the machine supports, checked once a run in the folder of the trees.

import { closeSync, existsSync, lstatSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HostNeed } from '../../model/vocabulary.ts';
import type { Workspace } from '../trees/workspace.ts';

/** The needs of cases that this machine meets. */
export function probeMachine(workspace: Pick<Workspace, 'nextTree' | 'removeTree'>): ReadonlySet<HostNeed> {
  const folder = workspace.nextTree();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'probe');
  writeFileSync(file, '');
  const met: HostNeed[] = ['fresh process', 'own process'];
  met.push(path.sep === '/' ? 'posix' : 'windows');
  if (makesLinks(path.join(folder, 'link'))) met.push('symlinks');
  met.push(existsSync(path.join(folder, 'PROBE')) ? 'case-insensitive' : 'case-sensitive');
  if (ignoresNormalForm(folder)) met.push('normalization-insensitive');
  if (isKeptOut(path.join(folder, 'locked'))) met.push('permissions');
  workspace.removeTree(folder);
  return new Set(met);
}

/** A name that is made as one character is found as a letter and its accent. */
function ignoresNormalForm(folder: string): boolean {
  writeFileSync(path.join(folder, 'prob\u00e9'), '');
  return existsSync(path.join(folder, 'probe\u0301'));
}

/** Some systems return without an error and without a link. */
function makesLinks(link: string): boolean {
  return succeeds(() => {
    symlinkSync('probe', link);
    if (!lstatSync(link).isSymbolicLink()) throw new Error(`no link at ${link}`);
  });
}

/** The superuser can read files that have no read permission. */
function isKeptOut(file: string): boolean {
  writeFileSync(file, '', { mode: 0 });
  return !succeeds(() => closeSync(openSync(file, 'r')));
}

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
