// Restores a folder of modspec that a loader may have removed, replaced or locked.

import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { removeFolder } from './remove-folder.ts';

/** Anything else at this path is removed; links are not followed. Nothing happens if it can't be restored. */
export function restoreFolder(folder: string): void {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      if ((found.mode & 0o700) !== 0o700) chmodSync(folder, 0o700);
      return;
    }
    if (found) removeFolder(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The next tree can't be built then, which is the verdict of its case.
  }
}
