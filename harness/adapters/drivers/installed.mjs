// What drivers share: access to the package under test, and the settings of Node's own require and import.

import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A require for the packages that are installed in a folder of the cache. */
export function requireIn(folder) {
  return createRequire(path.join(folder, 'modspec.js'));
}

/** The extensions that require tries, in order. */
export const extensions = ['.js', '.json', '.node'];

/** The conditions of require in "exports" and "imports"; `default` always applies. */
export const conditions = ['node', 'require', 'module-sync', 'node-addons'];

/** The conditions of import. */
export const importConditions = ['node', 'import', 'module-sync', 'node-addons'];

/** The URL of a referrer, which is one already or an absolute path. */
export function toUrl(referrer) {
  return path.isAbsolute(referrer) ? pathToFileURL(referrer).href : referrer;
}

/** An error for tools that report failures as values. */
export function rejection(message, code) {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

/** What a driver says of a loader that leaves a part of the work to this Node, so that its line judges the loader. */
export const ofThisNode = { implementation: { version: process.versions.node } };

/** The same of functions that load with Node's own loader; nothing else runs there. */
export const onThisNode = { ...ofThisNode, bare: true };
