// The only temporary folder of a run: it contains the trees, and an empty home folder for the processes under test.

import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../model/usage-error.ts';
import { killStragglers } from '../hosts/stragglers.ts';
import { claim, disclaim, ownerFile, removeOrphans } from './orphans.ts';
import { removeFolder } from './remove-folder.ts';
import { Rooms } from './rooms.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { Trash } from './trash.ts';

export interface Workspace {
  /** Real, absolute path of the folder itself. */
  readonly root: string;
  /** An empty folder that replaces the user's home, caches and temporary files. */
  readonly home: string;
  /** A path for the next tree; it does not exist yet, and no other tree lies beside it. */
  nextTree(): string;
  /** Moves the tree away; its disk space is freed later. */
  removeTree(root: string): void;
  /** Restores folders that loaders may have removed, and removes what they wrote above and beside the trees. */
  mend(): void;
  /** Removes everything, and ends every process that still has its home here. It may be called repeatedly. */
  remove(): void;
  /** Keeps everything for ever. */
  abandon(): void;
}

const open = new Set<Workspace>();

/**
 * Makes the folder of a run below the folder for temporary files, and removes those of runs that were killed.
 * @param parent the folder for temporary files; by default one in memory, if possible
 * @throws {UsageError} if the folder can't be made, or if a loader would find something in a folder above it.
 */
export async function openWorkspace(parent: string = temporaryFolder()): Promise<Workspace> {
  const root = await makeFolder(parent);
  const home = homeIn(root);
  const rooms = new Rooms(root);
  const trash = new Trash(trashIn(root));
  const workspace: Workspace = {
    root,
    home,
    nextTree: () => rooms.nextTree(),
    removeTree: (tree) => {
      trash.throwAway(tree);
      rooms.release(tree);
    },
    mend: () => {
      for (const folder of [home, trash.folder]) mkdirSync(folder, { recursive: true });
      rooms.clear([home, trash.folder, path.join(root, ownerFile)]);
    },
    remove: () => {
      open.delete(workspace);
      killStragglers(home);
      trash.close();
      removeFolder(root);
    },
    abandon: () => {
      open.delete(workspace);
      trash.close();
      removeFolder(trash.folder);
      disclaim(root);
    },
  };
  open.add(workspace);
  removeOrphans(path.dirname(root));
  refuseNeighbours(workspace);
  return workspace;
}

async function makeFolder(parent: string): Promise<string> {
  let root: string | undefined;
  try {
    // The module reads the folder for temporary files as soon as it is loaded.
    const { default: tmp } = await import('tmp-promise');
    const { path: made } = await tmp.dir({ prefix: 'modspec', unsafeCleanup: true, tmpdir: parent });
    root = realpathSync(made);
    claim(root);
    for (const folder of [homeIn(root), trashIn(root)]) mkdirSync(folder);
    return root;
  } catch (error) {
    if (root !== undefined) removeFolder(root);
    throw new UsageError(
      `cannot make a folder for trees in '${parent}': ${(error as Error).message}; set TMPDIR to a writable folder`,
    );
  }
}

function homeIn(root: string): string {
  return path.join(root, 'home');
}

function trashIn(root: string): string {
  return path.join(root, 'trash');
}

/** Removes every workspace that still exists; called when modspec ends, also after a signal. */
export function removeAllWorkspaces(): void {
  for (const workspace of open) workspace.remove();
}

/** A loader also searches above the tree for packages, so no folder above may look like a package. */
function refuseNeighbours({ root, remove }: Workspace): void {
  for (let folder = path.dirname(root); ; folder = path.dirname(folder)) {
    const found = ['node_modules', 'package.json'].find((name) => existsSync(path.join(folder, name)));
    if (found) {
      remove();
      throw new UsageError(
        `'${path.join(folder, found)}' lies above the folder for temporary files (${path.dirname(root)}) and would change what loaders find; set TMPDIR to a folder with no node_modules and no package.json above it`,
      );
    }
    if (folder === path.dirname(folder)) return;
  }
}
