// A cache folder with versions of the package `resolve` that were never published, as if they had been fetched.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from './modspec.ts';

/** What a version does: it drops a slash at the end, or keeps it as Node does, or can't be called or even loaded. */
export type Sort = 'drops slash' | 'keeps slash' | 'other interface' | 'does not start';

const sources: Readonly<Record<Sort, string>> = {
  'drops slash': `const { createRequire } = require('module');
    exports.sync = (specifier, { filename }) => createRequire(filename).resolve(specifier.replace(/\\/$/, ''));`,
  'keeps slash': `const { createRequire } = require('module');
    exports.sync = (specifier, { filename }) => createRequire(filename).resolve(specifier);`,
  'other interface': `exports.sync = (specifier) => { throw new TypeError('expected options'); };`,
  'does not start': `throw new TypeError('expected another Node');`,
};

/** The environment of a modspec that finds these versions. */
export function cachedVersions(
  t: { teardown(action: () => void): unknown },
  sorts: Readonly<Record<string, Sort>>,
): Record<string, string> {
  const cache = scratchFolder(t);
  for (const [version, sort] of Object.entries(sorts)) {
    const folder = path.join(cache, `resolve@${version}`, 'node_modules', 'resolve');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'resolve', version }));
    writeFileSync(path.join(folder, 'index.js'), sources[sort]);
  }
  const versions = Object.keys(sorts);
  const time = Object.fromEntries(versions.map((version, at) => [version, `2020-01-0${at + 1}T00:00:00Z`]));
  mkdirSync(path.join(cache, 'versions'));
  writeFileSync(path.join(cache, 'versions', 'resolve.json'), JSON.stringify({ versions, time }));
  return { MODSPEC_CACHE: cache };
}
