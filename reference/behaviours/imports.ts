// What editions decide about `imports`: the pages in spec/07-imports.

import type { NodeFlags } from './node-flags.ts';

export const importsMap = {
  /**
   * Subpath imports that begin with `#/`.
   * - `are refused`: the error has the code `ERR_INVALID_MODULE_SPECIFIER`.
   * - `are looked up`: as any other.
   *
   * @decides imports-hash-alone
   */
  hashSlashImports: { 'node-0.10': 'are refused', 'node-24': 'are looked up' },

  /**
   * Subpath imports that end in `/`.
   * - `are looked up`: as any other.
   * - `are refused`: the error has the code `ERR_INVALID_MODULE_SPECIFIER`.
   *
   * @decides imports-hash-alone, imports-pattern
   */
  trailingSlashImports: { 'node-0.10': 'are looked up', 'node-18': 'are refused' },

  /**
   * A subpath import whose key has no target, because no condition applies.
   * - `throws TypeError`: the error has no code.
   * - `throws ERR_INVALID_ARG_TYPE`: it is a `TypeError` with this code.
   * - `throws ERR_INVALID_ARG_TYPE for patterns`: if the key is a pattern; otherwise it is as in newer lines.
   * - `throws ERR_PACKAGE_IMPORT_NOT_DEFINED`: as for a subpath import without a key.
   *
   * @decides imports-undefined
   */
  importWithoutTarget: {
    'node-0.10': 'throws TypeError',
    'node-14': 'throws ERR_INVALID_ARG_TYPE',
    'node-16': 'throws ERR_INVALID_ARG_TYPE for patterns',
    'node-18': 'throws ERR_PACKAGE_IMPORT_NOT_DEFINED',
  },

  /**
   * Targets of `imports` that begin with a dot but not with `./`, such as `.lib`.
   * - `are searched for`: as the names of packages.
   * - `are refused`: the error has the code `ERR_INVALID_MODULE_SPECIFIER`.
   *
   * @decides imports-to-package
   */
  dottedTargets: { 'node-0.10': 'are searched for', 'node-16': 'are refused' },

  /**
   * The `main` of a package that a target of `imports` names.
   * - `is a URL or ignored`: it is a relative URL; if it is not a URL of a file, the package has no main.
   * - `is a URL`: it is a relative URL; if it is not a URL of a file, an error is thrown.
   * - `is a URL of any bytes`: it is a relative URL; what is malformed in its percent-encoding is taken as it is.
   * - `is a path`: as for any other package.
   *
   * @decides imports-package-main-kind, import-main-url
   */
  mainBehindImports: {
    'node-0.10': 'is a URL or ignored',
    'node-14': 'is a URL',
    'node-20': 'is a URL of any bytes',
    'node-22': 'is a path',
  },

  /**
   * The name of a core module as a target of `imports`.
   * - `names a package`: a package of this name is looked up.
   * - `names the core module`: `require` throws, because the URL of a core module does not name a file.
   *
   * @decides imports-to-core
   */
  coreNameAsTarget: { 'node-0.10': 'names a package', 'node-16': 'names the core module' },
} as const satisfies NodeFlags;
