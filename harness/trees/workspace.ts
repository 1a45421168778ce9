// The one temporary folder of a run: its trees, and an empty home folder for the processes under test.

import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dir } from 'tmp-promise';
import { UsageError } from '../usage-error.ts';

export interface Workspace {
  /** Real, absolute path of the folder itself. */
  readonly root: string;
  /** An empty folder that stands in for the user's home, caches and temporary files. */
  readonly home: string;
  /** A path for the next tree; nothing is there yet. */
  nextTree(): string;
  removeTree(root: string): void;
  /** Removes everything. Safe to call again, and while children still write. */
  remove(): void;
  /** Leaves everything where it is, for good. */
  abandon(): void;
}

const open = new Set<Workspace>();

/**
 * Makes the folder of a run below the system's folder for temporary files.
 * @throws {UsageError} when a folder above it holds what a loader would find from within a tree.
 */
export async function openWorkspace(): Promise<Workspace> {
  const { path: made } = await dir({ prefix: 'modspec', unsafeCleanup: true });
  const root = realpathSync(made);
  const home = path.join(root, 'home');
  mkdirSync(home);
  let count = 0;
  const workspace: Workspace = {
    root,
    home,
    nextTree: () => path.join(root, String(++count)),
    removeTree: (tree) => removeFolder(tree),
    remove: () => {
      open.delete(workspace);
      removeFolder(root);
    },
    abandon: () => {
      open.delete(workspace);
    },
  };
  open.add(workspace);
  refuseNeighbours(workspace);
  return workspace;
}

/** Removes every workspace that is still there; for the way out, also on a signal. */
export function removeAllWorkspaces(): void {
  for (const workspace of open) workspace.remove();
}

/** A loader climbs out of the tree when it looks for packages, so nothing above may look like one. */
function refuseNeighbours({ root, remove }: Workspace): void {
  for (let folder = path.dirname(root); ; folder = path.dirname(folder)) {
    const found = ['node_modules', 'package.json'].find((name) => existsSync(path.join(folder, name)));
    if (found) {
      remove();
      throw new UsageError(
        `'${path.join(folder, found)}' lies above the folder for temporary files (${tmpdir()}) and would change what loaders find; set TMPDIR to a folder without one above`,
      );
    }
    if (folder === path.dirname(folder)) return;
  }
}

/** Removes a folder whatever modes a case gave to what is in it. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    openModes(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function openModes(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  chmodSync(folder, 0o700);
  for (const name of readdirSync(folder)) openModes(path.join(folder, name));
}
