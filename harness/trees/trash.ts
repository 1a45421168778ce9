// Trees that are no longer needed are moved away at once, and a thread removes them meanwhile, because on many disks
// removing a tree takes longer than making it and asking about it.

import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../../model/package-root.ts';
import { isRealPath } from './mounts.ts';
import { attemptRemoval } from './remove-folder.ts';
import { makeSignals, type Signals, stopEmptying, tellFull } from './trash-signals.ts';

/** A folder whose content may vanish at any time. */
export class Trash {
  readonly folder: string;
  #thrown = 0;
  #signals: Signals | undefined;

  /** @param folder an existing folder on the disk of the trees */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Moves away everything at this path. */
  throwAway(tree: string): void {
    const bag = path.join(this.folder, String(Math.floor(this.#thrown / treesInBag)));
    if (!moveInto(bag, tree, String(this.#thrown++))) attemptRemoval(tree);
    if (this.#thrown % treesInBag > 0) return;
    this.#signals ??= startThread(this.folder);
    tellFull(this.#signals);
  }

  /** Stops the use of the folder; its content stays. */
  close(): void {
    if (this.#signals) stopEmptying(this.#signals);
  }
}

/** While the content of a folder is being removed, nothing can be added to it, so the thread gets only full bags. */
const treesInBag = 64;

/** Makes the bag if it is not there; nothing goes where a link leads. @returns whether the tree is in it now */
function moveInto(bag: string, tree: string, name: string): boolean {
  return (
    (isRealPath(bag) || (isRealPath(path.dirname(bag)) && isMade(bag))) && isMoved(tree, path.join(bag, name))
  );
}

function isMoved(tree: string, target: string): boolean {
  try {
    renameSync(tree, target);
    return true;
  } catch {
    return false;
  }
}

function isMade(bag: string): boolean {
  try {
    mkdirSync(bag, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

function startThread(folder: string): Signals {
  const signals = makeSignals();
  const file = builtFile('harness', 'trees', 'empty-trash.js');
  const thread = new Worker(file, { workerData: { folder, signals } });
  thread.unref();
  // The rest is removed with the folder of the run.
  thread.on('error', () => undefined);
  return signals;
}
