// Lists a folder that others may remove at any time.

import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The paths of the entries of a folder; none if it can't be read. */
export function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}
