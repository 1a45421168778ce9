// What editions decide about `module` objects: the pages in spec/08-modules.

import type { NodeFlags } from './node-flags.ts';

export const modules = {
  /**
   * A module without a `filename`, when it requires a relative specifier.
   * - `searches node_modules, then the current folder`: the folders in which the current folder looks up bare specifiers,
   *   the current folder, then the global folders.
   * - `searches the current folder, then node_modules`: the current folder comes first.
   * - `starts at the current folder`: nothing else is tried.
   *
   * @decides module-no-file
   */
  moduleWithoutFile: {
    'node-0.10': 'searches node_modules, then the current folder',
    'node-6': 'searches the current folder, then node_modules',
    'node-12': 'starts at the current folder',
  },

  /**
   * The property `path` of a `module` object.
   * - `does not exist`: nor is it inherited.
   * - `is the folder of the file`: as `__dirname` is.
   *
   * @decides module-path
   */
  modulePath: { 'node-0.10': 'does not exist', 'node-12': 'is the folder of the file' },

  /**
   * The `filename` and the `paths` that a program has set before it calls `module.load`.
   * - `is replaced`: both are those of the file.
   * - `is kept`: each that is neither `null` nor `undefined`.
   *
   * @decides module-load
   */
  loadedPlace: { 'node-0.10': 'is replaced', 'node-22': 'is kept' },

  /**
   * `module.load` of a module that is loaded.
   * - `throws AssertionError`: without a code.
   * - `throws ERR_ASSERTION`: an `AssertionError` with this code.
   * - `throws ERR_INTERNAL_ASSERTION`: an `Error` with this code.
   *
   * @decides module-load
   */
  loadingAgain: {
    'node-0.10': 'throws AssertionError',
    'node-8': 'throws ERR_ASSERTION',
    'node-12': 'throws ERR_INTERNAL_ASSERTION',
  },

  /**
   * The property `parent` of a `module` object.
   * - `is an own property`: it is data, and enumerable.
   * - `is inherited`: it is an accessor of the prototype.
   *
   * @decides module-parent-other
   */
  moduleParent: { 'node-0.10': 'is an own property', 'node-16': 'is inherited' },

  /**
   * A module that is required while it is in the cache.
   * - `does not become a child`: it is only in `children` of the module that loaded it.
   * - `becomes a child`: it is in `children` of every module that required it.
   *
   * @decides module-children
   */
  cachedModule: {
    'node-0.10': 'does not become a child',
    'node-8': 'becomes a child',
    locked: 'becomes a child',
  },

  /**
   * A module whose evaluation throws.
   * - `stays a child`: it is still in `children` of the module that required it.
   * - `is removed from the children`: as if it had not been required.
   *
   * @decides module-children-other
   */
  failedModule: { 'node-0.10': 'stays a child', 'node-12': 'is removed from the children' },
} as const satisfies NodeFlags;
