// The thread that removes full bags of trash, one after another, until it has to stop. It gets the folder and the
// signals as its data.

import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { listFolder } from './list-folder.ts';
import { attemptRemoval } from './remove-folder.ts';
import { awaitFull, type Signals, unlessStopped } from './trash-signals.ts';

const { folder, signals } = workerData as { readonly folder: string; readonly signals: Signals };

for (let emptied = 0, goesOn = true; goesOn; emptied++) {
  awaitFull(signals, emptied);
  goesOn = empty(path.join(folder, String(emptied)));
}

/** @returns false if it has to stop */
function empty(bag: string): boolean {
  // A bag that stays is removed with the folder of the run.
  return [...listFolder(bag), bag].every((tree) => unlessStopped(signals, () => attemptRemoval(tree)));
}
