// The folders of a workspace in which trees are built.

import { lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { listFolder } from './list-folder.ts';
import { attemptRemoval } from './remove-folder.ts';
import { restoreFolder } from './restore-folder.ts';

/** Folders that contain one tree at a time. Each tree gets a new name, because loaders cache by path. */
export class Rooms {
  readonly #root: string;
  readonly #free: string[] = [];
  readonly #taken = new Set<string>();
  #rooms = 0;
  #trees = 0;

  constructor(root: string) {
    this.#root = root;
  }

  nextTree(): string {
    const room = this.#nextRoom();
    // A loader may have put something where the next tree would be.
    let tree: string;
    do tree = path.join(room, String(++this.#trees));
    while (isThere(tree));
    this.#taken.add(tree);
    return tree;
  }

  /** A free room that is still a folder, unlocked if need be, or a new one. */
  #nextRoom(): string {
    for (let room = this.#free.pop(); room !== undefined; room = this.#free.pop()) {
      if (!isFolder(room)) continue;
      restoreFolder(room);
      return room;
    }
    let room: string;
    do room = path.join(this.#root, `room-${++this.#rooms}`);
    while (isThere(room));
    return room;
  }

  release(tree: string): void {
    if (this.#taken.delete(tree)) this.#free.push(path.dirname(tree));
  }

  /** Removes everything except trees that are in use or kept. */
  clear(kept: readonly string[]): void {
    const rooms = new Set([...this.#free, ...[...this.#taken].map((tree) => path.dirname(tree))]);
    for (const found of listFolder(this.#root))
      if (!rooms.has(found) && !kept.includes(found)) attemptRemoval(found);
    for (const room of rooms)
      for (const found of listFolder(room)) if (!this.#taken.has(found)) attemptRemoval(found);
  }
}

/** Links are not followed. */
function isThere(file: string): boolean {
  return look(file) !== undefined;
}

function isFolder(file: string): boolean {
  return look(file)?.isDirectory() === true;
}

/** Undefined also for what can't be looked at: the tree can't be built there, which is the verdict of its case. */
function look(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
