// Makes a folder of modspec's own what it was, after loaders may have removed it, replaced it, or taken away its modes.

import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { removeFolder } from './remove-folder.ts';

/** Whatever else stands there is removed; links are not followed. Nothing happens if it can't be restored. */
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
