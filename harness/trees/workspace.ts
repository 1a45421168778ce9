// The only temporary folder of a run: it contains the trees, and an empty home folder for the processes under test.

import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Containment } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Cell } from '../hosts/cell.ts';
import { livingGroups } from '../hosts/child-group.ts';
import { type Ground, killStragglers } from '../hosts/stragglers.ts';
import { findNeighbour, neighbourError } from './find-neighbour.ts';
import { claim, disclaim, homesIn, ownerFile, removeOrphans } from './orphans.ts';
import { attemptRemoval, removeFolder, removeInTime } from './remove-folder.ts';
import { restoreFolder } from './restore-folder.ts';
import { Rooms } from './rooms.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { Trash } from './trash.ts';

export interface Workspace {
  /** Real, absolute path of the folder itself. */
  readonly root: string;
  /** An empty folder that replaces the user's home, caches and temporary files. */
  readonly home: string;
  /** What keeps the processes of this home in; undefined if nothing does. */
  readonly cell: Cell | undefined;
  /** What keeps processes in, for the header of the run; undefined if nobody asked for it. */
  readonly containment: Containment | undefined;
  /** The same workspace with a home of its own, for the next implementation. */
  withOwnHome(): Promise<Workspace>;
  /** A package that has appeared above the folder, where every loader would find it; undefined if there is none. */
  findNeighbour(): string | undefined;
  /** Ends every process that is still at work for this home or in this folder. */
  endStragglers(): void;
  /** A path for the next tree; it does not exist yet, and no other tree lies beside it. */
  nextTree(): string;
  /** Moves the tree away; its disk space is freed later. */
  removeTree(root: string): void;
  /** Restores folders that loaders may have removed, and removes what they wrote above and beside the trees. */
  mend(): void;
  /**
   * Removes everything, and ends every process that still has its home here. It may be called repeatedly.
   * @returns whether nothing is left
   */
  remove(): boolean;
  /** Keeps everything for ever. */
  abandon(): void;
}

/** @returns the reason if the system does not offer it */
export type StartCell = (root: string) => Promise<Cell | string>;

/** By root. */
const open = new Map<string, Workspace>();

/**
 * Makes the folder of a run below the folder for temporary files, and removes those of runs that were killed.
 * @param parent the folder for temporary files; by default one in memory, if possible
 * @param startCell makes what keeps the processes of a home in, or says why nothing does
 * @throws {UsageError} if the folder can't be made, or if a loader would find something in a folder above it.
 */
export async function openWorkspace(
  parent: string = temporaryFolder(),
  startCell?: StartCell,
): Promise<Workspace> {
  checkName(parent);
  const root = await makeFolder(parent);
  const shared = { rooms: new Rooms(root), trash: new Trash(trashIn(root)), homes: [], cells: [], startCell };
  const workspace = openAt(root, shared, await startCell?.(root));
  open.set(root, workspace);
  removeOrphans(path.dirname(root));
  const found = workspace.findNeighbour();
  if (found === undefined) return workspace;
  workspace.remove();
  throw neighbourError(found, path.dirname(root));
}

/** What all views of a workspace share. */
interface Shared {
  readonly rooms: Rooms;
  readonly trash: Trash;
  readonly homes: string[];
  readonly cells: Cell[];
  readonly startCell: StartCell | undefined;
}

/** @param cell what keeps processes in, or the reason why nothing does; undefined if nobody asked for it */
function openAt(root: string, shared: Shared, made: Cell | string | undefined): Workspace {
  const { rooms, trash, homes, cells } = shared;
  const cell = typeof made === 'string' ? undefined : made;
  if (cell) cells.push(cell);
  const home = path.join(homesIn(root), String(homes.length + 1));
  homes.push(home);
  restoreFolder(home);
  const workspace: Workspace = {
    root,
    home,
    cell,
    containment: typeof made === 'string' ? { protections: [], reason: made } : made && inForce(made),
    withOwnHome: async () => openAt(root, shared, await shared.startCell?.(root)),
    findNeighbour: () => findNeighbour(root),
    endStragglers: () => {
      cell?.end();
      killStragglers(home, groundIn(workspace));
    },
    nextTree: () => rooms.nextTree(),
    removeTree: (tree) => {
      trash.throwAway(tree);
      rooms.release(tree);
    },
    mend: () => {
      for (const folder of [root, homesIn(root), ...homes, trash.folder]) restoreFolder(folder);
      rooms.clear([homesIn(root), trash.folder, path.join(root, ownerFile)]);
    },
    remove: () => {
      open.delete(root);
      for (const one of cells) one.end();
      killStragglers(homesIn(root), groundIn(workspace));
      trash.close();
      return removeInTime(root);
    },
    abandon: () => {
      open.delete(root);
      for (const one of cells) one.end();
      trash.close();
      attemptRemoval(trash.folder);
      disclaim(root);
    },
  };
  return workspace;
}

/** A cell ends its processes itself, and their groups have other numbers in it. */
function groundIn({ root, cell }: Workspace): Ground | undefined {
  return cell ? undefined : { folder: root, spared: livingGroups() };
}

/** Some cases write the path of their tree into NODE_PATH, or into strings of programs. */
function checkName(parent: string): void {
  const [found] = /[:'"\\\p{Cc}]/u.exec(process.platform === 'win32' ? '' : path.resolve(parent)) ?? [];
  if (found === undefined) return;
  throw new UsageError(
    `cannot make trees in '${parent}': its path contains ${JSON.stringify(found)}, which programs and NODE_PATH take for more than a letter; set TMPDIR to a folder whose path has only letters, digits, spaces and - _ . /`,
  );
}

function inForce({ protections }: Cell): Containment {
  return { protections: [...protections] };
}

async function makeFolder(parent: string): Promise<string> {
  let root: string | undefined;
  try {
    // The module reads the folder for temporary files as soon as it is loaded.
    const { default: tmp } = await import('tmp-promise');
    const { path: made } = await tmp.dir({ prefix: 'modspec', unsafeCleanup: true, tmpdir: parent });
    root = realpathSync(made);
    claim(root);
    mkdirSync(trashIn(root));
    return root;
  } catch (error) {
    if (root !== undefined) removeFolder(root);
    throw new UsageError(
      `cannot make a folder for trees in '${parent}': ${(error as Error).message}; set TMPDIR to a writable folder`,
    );
  }
}

function trashIn(root: string): string {
  return path.join(root, 'trash');
}

/**
 * Removes every workspace that still exists; called when modspec ends, also after a signal.
 * @returns the folders that can't be removed
 */
export function removeAllWorkspaces(): string[] {
  return [...open.values()].filter((workspace) => !workspace.remove()).map(({ root }) => root);
}
