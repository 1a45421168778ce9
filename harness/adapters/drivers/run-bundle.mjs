// Builds a bundle into a new folder outside the tree and runs it there as the entry, so that a require which the bundler
// has left in it does not find files of the tree.

import { mkdtempSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @param build writes the bundle to the given file */
export async function buildAndRun(build) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bundle-')), 'bundle.js');
  await build(file);
  Module._load(file, null, true);
}
