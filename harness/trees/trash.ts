// Trees that are no longer needed: out of the way at once, and removed meanwhile by a thread, because on many disks
// removing a tree takes longer than making it and asking about it.

import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../package-root.ts';
import { removeFolder } from './remove-folder.ts';
import { makeSignals, type Signals, stopEmptying, tellFull } from './trash-signals.ts';

/** A folder whose content may vanish at any time. */
export class Trash {
  readonly folder: string;
  #thrown = 0;
  #signals: Signals | undefined;

  /** @param folder an existing one, on the disk of the trees */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Nothing is at that place afterwards, whatever was there. */
  throwAway(tree: string): void {
    const bag = path.join(this.folder, String(Math.floor(this.#thrown / treesInBag)));
    if (!moveInto(bag, tree, String(this.#thrown++))) removeFolder(tree);
    if (this.#thrown % treesInBag > 0) return;
    this.#signals ??= startThread(this.folder);
    tellFull(this.#signals);
  }

  /** Nobody touches the folder any more; what is still in it stays. */
  close(): void {
    if (this.#signals) stopEmptying(this.#signals);
  }
}

/** A folder from which something is being removed can't be added to meanwhile, so the thread only gets full bags. */
const treesInBag = 64;

/** @returns whether it is there now */
function moveInto(bag: string, tree: string, name: string): boolean {
  try {
    mkdirSync(bag, { recursive: true });
    renameSync(tree, path.join(bag, name));
    return true;
  } catch {
    return false;
  }
}

function startThread(folder: string): Signals {
  const signals = makeSignals();
  const file = path.join(packageRoot, 'dist', 'harness', 'trees', 'empty-trash.js');
  const thread = new Worker(file, { workerData: { folder, signals } });
  thread.unref();
  // What it does not remove is removed with the folder itself.
  thread.on('error', () => undefined);
  return signals;
}
