// The one temporary folder of a run: its trees, and an empty home folder for the processes under test.

import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dir } from 'tmp-promise';
import { killStragglers } from '../hosts/stragglers.ts';
import { UsageError } from '../usage-error.ts';

export interface Workspace {
  /** Real, absolute path of the folder itself. */
  readonly root: string;
  /** An empty folder that stands in for the user's home, caches and temporary files. */
  readonly home: string;
  /** A path for the next tree; nothing is there yet, and no other tree lies beside it. */
  nextTree(): string;
  removeTree(root: string): void;
  /** Puts back what loaders may have taken away, and takes away what they put above and beside the trees. */
  mend(): void;
  /** Removes everything, and ends every process that still has its home here. Safe to call again. */
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
  const rooms = new Rooms(root);
  const workspace: Workspace = {
    root,
    home,
    nextTree: () => rooms.nextTree(),
    removeTree: (tree) => {
      removeFolder(tree);
      rooms.release(tree);
    },
    mend: () => {
      mkdirSync(home, { recursive: true });
      rooms.clear([home]);
    },
    remove: () => {
      open.delete(workspace);
      killStragglers(home);
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

/** Folders in which one tree lies at a time, each under a name of its own because loaders keep caches by path. */
class Rooms {
  readonly #root: string;
  readonly #free: string[] = [];
  readonly #taken = new Set<string>();
  #rooms = 0;
  #trees = 0;

  constructor(root: string) {
    this.#root = root;
  }

  nextTree(): string {
    const room = this.#free.pop() ?? path.join(this.#root, `room-${++this.#rooms}`);
    const tree = path.join(room, String(++this.#trees));
    this.#taken.add(tree);
    return tree;
  }

  release(tree: string): void {
    if (this.#taken.delete(tree)) this.#free.push(path.dirname(tree));
  }

  /** Removes all that is no tree in use and not kept. */
  clear(kept: readonly string[]): void {
    const rooms = new Set([...this.#free, ...[...this.#taken].map((tree) => path.dirname(tree))]);
    for (const found of list(this.#root)) if (!rooms.has(found) && !kept.includes(found)) removeFolder(found);
    for (const room of rooms)
      for (const found of list(room)) if (!this.#taken.has(found)) removeFolder(found);
  }
}

/** The paths of what is in a folder; nothing when there is no folder. */
function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
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
