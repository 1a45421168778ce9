// What drivers share: access to the package under test, and the settings of Node's own require.

import { createRequire } from 'node:module';
import path from 'node:path';

/** A require for the packages that are installed in a folder of the cache. */
export function requireIn(folder) {
  return createRequire(path.join(folder, 'modspec.js'));
}

/** The extensions that require tries, in order. */
export const extensions = ['.js', '.json', '.node'];

/** The conditions of require in "exports" and "imports"; `default` always applies. */
export const conditions = ['node', 'require', 'module-sync', 'node-addons'];

/** An error for tools that report failures as values. */
export function rejection(message, code) {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
