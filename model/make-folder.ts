// Makes a folder that the user named. Node's own `recursive` never returns where a file system such as /proc refuses new folders.

import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Makes the folder and those above it that are missing. @throws {Error} Node's own, if one can't be made */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
