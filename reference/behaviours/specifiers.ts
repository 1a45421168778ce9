// What editions decide about specifiers: the pages in spec/02-specifiers.

import type { NodeFlags } from './node-flags.ts';

export const specifiers = {
  /**
   * Two dots at the start of a specifier that does not begin with `../`, such as `..x`.
   * - `begin a path specifier`: it starts from the folder of the referrer.
   * - `begin a bare specifier`: it is looked up in the search folders.
   *
   * @decides specifier-two-dots-begin-name
   */
  twoLeadingDots: { 'node-0.10': 'begin a path specifier', locked: 'begin a bare specifier' },

  /**
   * What `require` does with an empty string, or with a value that is not a string.
   * - `throws AssertionError`: the error has no code.
   * - `throws ERR_ASSERTION`: it is an `AssertionError` with this code.
   * - `throws ERR_INVALID_ARG_TYPE`: it is a `TypeError`; the code for an empty string is `ERR_INVALID_ARG_VALUE`.
   *
   * @decides specifier-not-a-string, specifier-empty
   */
  notStringSpecifier: {
    'node-0.10': 'throws AssertionError',
    'node-8': 'throws ERR_ASSERTION',
    'node-10': 'throws ERR_INVALID_ARG_TYPE',
  },

  /**
   * The specifier `.`.
   * - `is a bare specifier`: it is looked up in the search folders.
   * - `is a path specifier, then a bare one`: it is the folder of the referrer. If that gives no file, `.` is looked up
   *   in the search folders.
   * - `is a path specifier`: it is the folder of the referrer and nothing else.
   *
   * @decides specifier-dot, global-folders-dot
   */
  singleDot: {
    'node-0.10': 'is a bare specifier',
    'node-4': 'is a path specifier, then a bare one',
    'node-12': 'is a path specifier',
    locked: 'is a path specifier',
  },

  /**
   * A last segment that is `.` or `..`.
   * - `names a file or a folder`: if its path is that of a folder `x`, the file `x.js` beside that folder comes first.
   * - `names a folder`: it resolves to a main or an index.
   *
   * @decides specifier-last-dot-names-folder
   */
  lastDotSegment: {
    'node-0.10': 'names a file or a folder',
    'node-10': 'names a folder',
    locked: 'names a folder',
  },

  /**
   * A NUL character in a specifier, after the path of a file that exists.
   * - `finds nothing`: the error is the one for a missing module.
   * - `throws ENOENT`: the error is that of the file system.
   * - `throws ERR_INVALID_ARG_VALUE`: the error is a `TypeError` for the path.
   *
   * @decides specifier-nul
   */
  nulAfterFile: {
    'node-0.10': 'finds nothing',
    'node-4': 'throws ENOENT',
    'node-10': 'throws ERR_INVALID_ARG_VALUE',
  },

  /**
   * A NUL character in the path of a `package.json`.
   * - `is part of the path`: there is no such file.
   * - `ends the path`: what precedes it is read, and may be a file of `node_modules`.
   *
   * @decides specifier-nul
   */
  nulInPackagePath: { 'node-0.10': 'is part of the path', 'node-22': 'ends the path' },

  /**
   * Core modules that need `node:`, in the list `builtinModules` of the core module `module`.
   * - `are not listed`: the list has only names that need no scheme.
   * - `are listed`: they are in it with `node:`.
   *
   * @decides core-modules-list
   */
  schemeOnlyModules: { 'node-0.10': 'are not listed', 'node-24': 'are listed' },

  /**
   * Names that the core module `module` exports, of those that some lines lack.
   * - `builtinModules`: the list of the core modules.
   * - `createRequire`: makes a `require` for a file or a URL.
   * - `createRequireFromPath`: makes a `require` for a file.
   * - `isBuiltin`: whether a specifier is a core module.
   * - `registerHooks`: puts functions of the program before the loader.
   *
   * @decides core-module-helpers, hooks-resolve
   */
  moduleHelpers: {
    'node-0.10': [],
    'node-6': ['builtinModules'],
    'node-10': ['builtinModules', 'createRequireFromPath'],
    'node-12': ['builtinModules', 'createRequire', 'createRequireFromPath'],
    'node-16': ['builtinModules', 'createRequire', 'isBuiltin'],
    'node-22': ['builtinModules', 'createRequire', 'isBuiltin', 'registerHooks'],
  },

  /**
   * Other names of the core module `module`, which have nothing to do with how a specifier is resolved.
   * - `_debug`: writes a message, and a warning.
   * - `_preloadModules`: loads modules before the entry.
   * - `findSourceMap`: the source map of a file.
   * - `register`: puts a module with hooks for `import` before the loader.
   * - `SourceMap`: the class of source maps.
   * - `syncBuiltinESMExports`: renews the exports of core modules for `import`.
   *
   * @decides core-module-helpers
   */
  hostHelpers: {
    'node-0.10': ['_debug'],
    'node-4': ['_debug', '_preloadModules'],
    'node-12': ['_debug', '_preloadModules', 'findSourceMap', 'SourceMap', 'syncBuiltinESMExports'],
    'node-18': [
      '_debug',
      '_preloadModules',
      'findSourceMap',
      'register',
      'SourceMap',
      'syncBuiltinESMExports',
    ],
    'node-26': ['_preloadModules', 'findSourceMap', 'register', 'SourceMap', 'syncBuiltinESMExports'],
  },

  /**
   * `node:` at the start of a specifier.
   * - `has no meaning`: the specifier is a bare specifier like others.
   * - `names a core module`: the name after it can only be that of a core module.
   *
   * @decides core-scheme-prefix
   */
  nodeScheme: { 'node-0.10': 'has no meaning', 'node-14': 'names a core module' },

  /**
   * A specifier such as `node:x`, where `x` is not a core module, when it is only resolved.
   * - `resolves to itself`: the result is the specifier.
   * - `is not found`: the error is the one for a missing module.
   *
   * @decides core-scheme-only
   */
  unknownSchemedName: { 'node-0.10': 'resolves to itself', 'node-16': 'is not found' },
} as const satisfies NodeFlags;
