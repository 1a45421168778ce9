// What editions decide about `require` and its properties: the pages in spec/09-require.

import type { NodeFlags } from './node-flags.ts';

export const requireProperties = {
  /**
   * `require.registerExtension`.
   * - `throws`: it is a function that only throws.
   * - `throws, and comes last`: a loop finds it after `cache`.
   * - `does not exist`: `require` has no such property.
   *
   * @decides require-properties
   */
  registerExtension: {
    'node-0.10': 'throws',
    'node-4': 'throws, and comes last',
    'node-6': 'does not exist',
  },

  /**
   * A property of a `module` object or of `require`, when the loader creates it.
   * - `is assigned`: a setter of `Object.prototype` gets the value.
   * - `is defined`: nothing that is inherited is looked at.
   *
   * @decides require-properties-defined
   */
  createdProperty: { 'node-0.10': 'is assigned', 'node-14': 'is defined' },

  /**
   * A path that ends in a separator, given to `createRequireFromPath`.
   * - `is for a file`: `require` looks from the folder above, as for a file of that name.
   * - `is for a folder`: it looks from that folder.
   *
   * @decides create-require-from-path
   */
  requireFromPath: {
    'node-0.10': 'is for a folder',
    'node-10': 'is for a file',
    'node-12': 'is for a folder',
  },

  /**
   * Something that is not a string, given to `createRequireFromPath`.
   * - `throws ERR_INVALID_ARG_TYPE`: whatever it is.
   * - `throws TypeError`: without a code.
   * - `throws by what it is`: `null` and `undefined` without a code, all else with it.
   *
   * @decides create-require-from-path
   */
  nonStringPath: {
    'node-0.10': 'throws ERR_INVALID_ARG_TYPE',
    'node-12': 'throws TypeError',
    'node-14': 'throws by what it is',
  },

  /**
   * `require.resolve.paths` and the option `paths` of `require.resolve`.
   * - `do not exist`: the option is not looked at.
   * - `are searched themselves`: each path is itself a folder that is searched, before its `node_modules` folders.
   * - `are starting points`: a specifier is resolved as if the referrer were in the folder of each path.
   *
   * @decides require-resolve-paths-option
   */
  resolvePaths: {
    'node-0.10': 'do not exist',
    'node-8': 'are searched themselves',
    'node-12': 'are starting points',
  },

  /**
   * The option `paths` of `require.resolve`, when it is not an array.
   * - `is ignored`: the file is resolved as it is without the option.
   * - `throws ERR_INVALID_OPT_VALUE`: a `TypeError` with this code.
   * - `throws ERR_INVALID_ARG_VALUE`: a `TypeError` with this code.
   *
   * @decides require-resolve-paths-option, resolve-paths-invalid
   */
  invalidPathsOption: {
    'node-0.10': 'is ignored',
    'node-12': 'throws ERR_INVALID_OPT_VALUE',
    'node-16': 'throws ERR_INVALID_ARG_VALUE',
  },

  /**
   * The specifiers `.` and `..`, when `require.resolve` is given `paths`.
   * - `start at the current folder`: the paths make no difference.
   * - `start at each path`: as other relative specifiers do.
   *
   * @decides resolve-paths-relative
   */
  dotsWithPaths: { 'node-0.10': 'start at the current folder', 'node-20': 'start at each path' },

  /**
   * What `require.resolve.paths` returns for a core module with `node:`.
   * - `are listed`: the search folders, as for any bare specifier.
   * - `are null`: as for a core module without the scheme.
   *
   * @decides resolve-paths-list-core
   */
  pathsOfSchemedName: { 'node-0.10': 'are listed', 'node-16': 'are null' },

  /**
   * The extension of a file such as `a.b.c`, which chooses its extension handler.
   * - `is the last`: `.c`.
   * - `is the longest registered`: `.b.c`, if that has an extension handler.
   *
   * @decides require-extensions-choice
   */
  handlerExtension: { 'node-0.10': 'is the last', 'node-10': 'is the longest registered' },

  /**
   * The arguments of `Module._load` when `require` calls it, and of `Module._resolveFilename` when that calls it.
   * - `are two`: the specifier and the module.
   * - `are three`: also whether it is the main module.
   * - `are four`: the last is `undefined`.
   *
   * @decides replaced-arguments
   */
  loadArguments: { 'node-0.10': 'are two', 'node-6': 'are three', 'node-22': 'are four' },

  /**
   * The arguments of `Module._findPath` when the loader calls it.
   * - `are two`: the specifier and the folders.
   * - `are three`: also whether it is the main module.
   * - `are four`: the last is `false`.
   * - `are four, with the conditions`: the last is a set of the conditions.
   *
   * @decides replaced-arguments
   */
  findPathArguments: {
    'node-0.10': 'are two',
    'node-6': 'are three',
    'node-12': 'are four',
    'node-18': 'are three',
    'node-22': 'are four, with the conditions',
  },

  /**
   * The arguments of `module._compile` when the handler of `.js` calls it.
   * - `are two`: the text and the path.
   * - `are three`: the last is the format, if it is known.
   *
   * @decides replaced-arguments
   */
  compileArguments: { 'node-0.10': 'are two', 'node-20': 'are three' },

  /**
   * The folders that `Module._resolveLookupPaths` lists.
   * - `come second`: of two values, the first of which is not used.
   * - `come second, if not asked for alone`: a third argument of `true` asks for them alone.
   * - `are returned alone`: as an array.
   *
   * @decides replaced-lookup-paths
   */
  lookupPaths: {
    'node-0.10': 'come second',
    'node-8': 'come second, if not asked for alone',
    'node-12': 'are returned alone',
  },

  /**
   * `_findPath` of the core module `module` without a list of folders.
   * - `throw TypeError`: for `undefined` and `null`.
   * - `find nothing`: whatever the specifier is.
   *
   * @decides find-path-list
   */
  absentFolders: { 'node-0.10': 'throw TypeError', 'node-6': 'find nothing' },

  /**
   * What `_findPath` of the core module `module` does with a list of folders that has no method `join`.
   * - `reads it`: by its indices.
   * - `throws TypeError`: unless its length is 0 or 1.
   *
   * @decides find-path-list
   */
  listWithoutJoin: { 'node-0.10': 'reads it', 'node-8': 'throws TypeError', 'node-14': 'reads it' },

  /**
   * What `_findPath` of the core module `module` does with a folder that is not a string.
   * - `resolves a path`: with the specifier, which throws an error.
   * - `throws ERR_INVALID_ARG_TYPE`: about the whole list.
   *
   * @decides find-path-list
   */
  folderNotString: { 'node-0.10': 'resolves a path', 'node-20': 'throws ERR_INVALID_ARG_TYPE' },

  /**
   * What `_load` and `_resolveFilename` of the core module `module` do with a value that is not a string. If they do not throw a mere
   * `TypeError`, `_resolveLookupPaths` takes the value for its text.
   * - `throws TypeError`: the error has no code.
   * - `reads the scope`: it reads the `package.json` of the referrer's package, which may be broken; then as below.
   * - `throws ERR_INVALID_ARG_TYPE`: it is a `TypeError` with this code, but for `undefined` and `null`.
   *
   * @decides specifier-not-a-string-inside
   */
  notStringRequest: {
    'node-0.10': 'throws TypeError',
    'node-14': 'reads the scope',
    'node-26': 'throws ERR_INVALID_ARG_TYPE',
  },

  /**
   * What `_findPath` of the core module `module` does with a value that is not a string.
   * - `throws TypeError`: the error has no code.
   * - `throws ERR_INVALID_ARG_TYPE`: it is a `TypeError` with this code.
   *
   * @decides specifier-not-a-string-inside
   */
  notStringPath: { 'node-0.10': 'throws TypeError', 'node-10': 'throws ERR_INVALID_ARG_TYPE' },

  /**
   * The hooks that a program has registered, when a specifier is resolved.
   * - `are asked by require`: but not by `require.resolve`. Before Node 22 no hooks can be registered.
   * - `are asked by require and require.resolve`: by both.
   *
   * @decides hooks-resolve
   */
  hooks: { 'node-0.10': 'are asked by require', 'node-24': 'are asked by require and require.resolve' },

  /**
   * What `module.registerHooks` returns.
   * - `can be deregistered`: it has the method `deregister`.
   * - `can be disposed`: it also has that method under the name `Symbol.dispose`.
   *
   * @decides hooks-registered
   */
  registeredHooks: { 'node-0.10': 'can be deregistered', 'node-26': 'can be disposed' },

  /**
   * `_stat` of the core module `module`.
   * - `does not exist`: programs can't replace how a path is looked at.
   * - `looks at paths`: whatever a program puts there.
   *
   * @decides replaced-stat
   */
  statFunction: { 'node-0.10': 'does not exist', 'node-16': 'looks at paths' },
} as const satisfies NodeFlags;
