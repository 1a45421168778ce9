// Packages above the trees, where every loader would find them.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../model/usage-error.ts';

/** A loader also searches above the tree for packages, so no folder above may look like a package. */
export function findNeighbour(root: string): string | undefined {
  for (let folder = path.dirname(root); ; folder = path.dirname(folder)) {
    const name = ['node_modules', 'package.json'].find((one) => existsSync(path.join(folder, one)));
    if (name !== undefined) return path.join(folder, name);
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** What to say of a package above the folder for temporary files. */
export function neighbourError(found: string, folder: string): UsageError {
  return new UsageError(
    `'${found}' lies above the folder for temporary files (${folder}) and would change what loaders find; set TMPDIR to a folder with no node_modules and no package.json above it`,
  );
}
