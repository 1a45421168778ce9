// What is in a folder that others may take away at any time.

import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The paths of what is in a folder; nothing when it can't be read. */
export function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}
