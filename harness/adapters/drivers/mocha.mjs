// How Mocha loads the files of tests.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { onThisNode, requireIn } from './installed.mjs';

/** Where versions from 12, from 9 and from 8 have what loads them. */
const places = ['lib/nodejs/esm-utils.cjs', 'lib/nodejs/esm-utils.js', 'lib/esm-utils.js'];

export function open({ folder }) {
  const home = path.join(folder, 'node_modules', 'mocha');
  const place = places.find((name) => existsSync(path.join(home, name))) ?? places[0];
  const { requireOrImport } = requireIn(folder)(path.join(home, place));
  const load = async (entry) => void (await requireOrImport(entry));
  return { ...onThisNode, run: load, importModule: load };
}
