// A bundle is built into a new folder outside of every tree and run there as the main program, so that a require which
// the bundler has left in it finds nothing.

import { mkdtempSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @param build writes the bundle to the file it is given */
export async function buildAndRun(build) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bundle-')), 'bundle.js');
  await build(file);
  Module._load(file, null, true);
}
