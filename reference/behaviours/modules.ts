// What editions decide about `module` objects: the pages in spec/08-modules.

import type { NodeFlags } from './node-flags.ts';

export const modules = {
  /**
   * The `id` of a module that a program creates without one.
   * - `is undefined`: as `new Module()` gets it.
   * - `is the empty string`: the parameter has this default.
   *
   * @decides module-class
   */
  absentModuleId: { 'node-0.10': 'is undefined', 'node-12': 'is the empty string' },

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
   * What a program has assigned to the `children` of a module, when a child is added.
   * - `is asked for its methods`: an object without `push` throws a TypeError.
   * - `is used as an array`: an object gets an index and a `length`.
   *
   * @decides module-children
   */
  childrenList: { 'node-0.10': 'is asked for its methods', 'node-14': 'is used as an array' },

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

  /**
   * A string that a program has assigned to the `paths` of a module.
   * - `lists its characters`: each is a folder that is searched.
   * - `throws TypeError`: when a bare specifier is looked up.
   *
   * @decides module-paths-edit
   */
  pathsText: { 'node-0.10': 'lists its characters', 'node-8': 'throws TypeError' },
} as const satisfies NodeFlags;
