// The places of a workspace in which trees are built.

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { removeFolder } from './remove-folder.ts';

/** Folders in which one tree lies at a time, each under a name of its own because loaders keep caches by path. */
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
