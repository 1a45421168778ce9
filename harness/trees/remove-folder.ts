// Removes a folder, whatever modes a case or a loader gave to its content.

import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Links are removed and not followed. Nothing happens if there is no folder. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    openModes(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function openModes(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  chmodSync(folder, 0o700);
  for (const name of readdirSync(folder)) openModes(path.join(folder, name));
}
