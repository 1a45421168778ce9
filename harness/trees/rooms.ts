// The folders of a workspace in which trees are built.

import path from 'node:path';
import { listFolder } from './list-folder.ts';
import { removeFolder } from './remove-folder.ts';

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
    const room = this.#free.pop() ?? path.join(this.#root, `room-${++this.#rooms}`);
    const tree = path.join(room, String(++this.#trees));
    this.#taken.add(tree);
    return tree;
  }

  release(tree: string): void {
    if (this.#taken.delete(tree)) this.#free.push(path.dirname(tree));
  }

  /** Removes everything except trees that are in use or kept. */
  clear(kept: readonly string[]): void {
    const rooms = new Set([...this.#free, ...[...this.#taken].map((tree) => path.dirname(tree))]);
    for (const found of listFolder(this.#root))
      if (!rooms.has(found) && !kept.includes(found)) removeFolder(found);
    for (const room of rooms)
      for (const found of listFolder(room)) if (!this.#taken.has(found)) removeFolder(found);
  }
}
