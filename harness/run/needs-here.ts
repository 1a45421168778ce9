// The needs of cases that this process satisfies.

import path from 'node:path';
import type { HostNeed } from '../../model/vocabulary.ts';
import type { TreeStore } from '../trees/tree-store.ts';
import { probeMachine } from './machine.ts';

/** Other cases use the same process. In another file system than that of the disk, only links have to be tried. */
export function needsMetHere(store: TreeStore): ReadonlySet<HostNeed> {
  if (store.kind === 'disk')
    return new Set(
      [...probeMachine(store)].filter((need) => need !== 'fresh process' && need !== 'own process'),
    );
  const met: HostNeed[] = ['case-sensitive'];
  met.push(path.sep === '/' ? 'posix' : 'windows');
  if (hasLinks(store)) met.push('symlinks');
  return new Set(met);
}

function hasLinks({ files, nextTree, removeTree }: TreeStore): boolean {
  const root = nextTree();
  try {
    files.mkdirSync(root, { recursive: true });
    files.symlinkSync('probe', path.join(root, 'link'));
    return true;
  } catch {
    return false;
  } finally {
    removeTree(root);
  }
}
