// Builds a bundle into a new folder outside the tree and runs it there as the entry, so that a require which the bundler
// has left in it does not find files of the tree.

import { mkdtempSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @param build writes the bundle to the given file */
export async function buildAndRun(build) {
  const file = newFile('bundle.js');
  await build(file);
  await inOwnTurn(() => Module._load(file, null, true));
}

/** Outside of promise jobs, in which callbacks of process.nextTick have to wait. */
function inOwnTurn(action) {
  return new Promise((done, fail) => {
    setImmediate(() => {
      try {
        done(void action());
      } catch (error) {
        fail(error);
      }
    });
  });
}

/** The same for a bundle that is an ES module. */
export async function buildAndImport(build) {
  const file = newFile('bundle.mjs');
  await build(file);
  await import(pathToFileURL(file).href);
}

function newFile(name) {
  return path.join(mkdtempSync(path.join(tmpdir(), 'bundle-')), name);
}
