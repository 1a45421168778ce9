// Lists a folder that others may remove at any time.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isRealPath } from './mounts.ts';

/** The paths of the entries of a folder; none if it can't be read, or if a link has taken its place. */
export function listFolder(folder: string): string[] {
  if (!isRealPath(folder)) return [];
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}
