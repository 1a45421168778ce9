// What editions decide about caches: the pages in spec/10-caching.

import type { NodeFlags } from './node-flags.ts';

export const caching = {
  /**
   * A folder without a `package.json` that can be read.
   * - `is looked for again`: a `package.json` that is written later is found.
   * - `is remembered`: as long as the loader lives, the folder has none.
   *
   * @decides cache-package-json
   */
  missingPackageJson: {
    'node-0.10': 'is looked for again',
    'node-12': 'is remembered',
    'node-22': 'is looked for again',
    'node-24': 'is remembered',
  },

  /**
   * A specifier that has loaded a file, when it is required again from the same folder.
   * - `is resolved again`: it can resolve to another file.
   * - `is remembered`: it resolves to the same file, as long as that is in `require.cache`.
   *
   * @decides cache-request
   */
  loadedSpecifier: { 'node-0.10': 'is resolved again', 'node-12': 'is remembered' },

  /**
   * `require.cache`, and `require.extensions`.
   * - `inherits from Object.prototype`: as any object.
   * - `has no prototype`: every name in it is its own.
   *
   * @decides require-cache-entries, require-extensions-handlers
   */
  requireCache: { 'node-0.10': 'inherits from Object.prototype', 'node-8': 'has no prototype' },

  /**
   * A module that is put into a `require.cache` that a program has frozen.
   * - `is not noted`: the file is loaded by each `require`.
   * - `throws TypeError`: a file that is not in the cache is not loaded.
   *
   * @decides require-cache-frozen
   */
  frozenCache: { 'node-0.10': 'is not noted', 'node-4': 'throws TypeError' },

  /**
   * An entry of `require.cache` that is falsy, but not `undefined`.
   * - `counts as deleted`: the file is loaded.
   * - `counts as a module`: its `exports` are read.
   *
   * @decides require-cache-delete
   */
  falsyCacheEntry: { 'node-0.10': 'counts as deleted', 'node-12': 'counts as a module' },

  /**
   * An entry of `require.cache` under the name of a core module.
   * - `replaces the core module`: `require` returns its `exports`.
   * - `is ignored`: `require` returns the core module.
   *
   * @decides require-cache-core
   */
  cacheEntryOfCoreName: { 'node-0.10': 'replaces the core module', locked: 'is ignored' },

  /**
   * The keys of `Module._pathCache`.
   * - `is a JSON text`: of an object with the specifier and the folders.
   * - `has NULs`: before each folder.
   *
   * @decides cache-path-cache
   */
  foundFileKey: { 'node-0.10': 'is a JSON text', 'node-8': 'has NULs' },

  /**
   * A look at a path, while a specifier is resolved to a file.
   * - `is made again`: each time.
   * - `is remembered while the entry runs`: also by the modules that the entry requires, and what is not there too.
   * - `is remembered until a module has run`: until the evaluation of any module ends.
   * - `is remembered while the entry runs, unless nothing was there`: what is missing is looked for again.
   *
   * @decides cache-look
   */
  look: {
    'node-0.10': 'is made again',
    'node-6': 'is remembered while the entry runs',
    'node-10': 'is remembered until a module has run',
    'node-12': 'is remembered while the entry runs',
    'node-16': 'is remembered while the entry runs, unless nothing was there',
  },
} as const satisfies NodeFlags;
