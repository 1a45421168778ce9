// How Mocha loads the files of tests.

import { onThisNode, requireIn } from './installed.mjs';

export function open({ folder }) {
  const { requireOrImport } = requireIn(folder)('mocha/lib/nodejs/esm-utils.cjs');
  const load = async (entry) => void (await requireOrImport(entry));
  return { ...onThisNode, run: load, importModule: load };
}
