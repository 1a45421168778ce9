// What editions decide about ES modules: the pages in spec/14-es-modules.

import type { NodeFlags } from './node-flags.ts';

export const esModules = {
  /**
   * Files that are ES modules by their extension, by the `type` of their package, or by their syntax.
   * - `are not recognized`: every file is CommonJS.
   * - `are refused`: `require` throws `ERR_REQUIRE_ESM`; the syntax makes no difference.
   * - `are loaded`: `require` returns the namespace.
   *
   * @decides esm-mjs, file-extension-decides
   */
  esModules: {
    'node-0.10': 'are not recognized',
    'node-12': 'are refused',
    'node-20': 'are loaded',
  },

  /**
   * A `.js` file that is refused because it is an ES module.
   * - `is not read`: the error is the same where the file cannot be read.
   * - `is read first`: if the file cannot be read, the error is that of the file system.
   *
   * @decides esm-type-module
   */
  refusedJavaScriptFile: { 'node-0.10': 'is not read', 'node-16': 'is read first' },

  /**
   * A file without an extension.
   * - `ignores the package type`: only its syntax makes it an ES module.
   * - `follows the package type`: as a `.js` file does.
   *
   * @decides esm-type-module, esm-type-commonjs
   */
  fileWithoutExtension: { 'node-0.10': 'ignores the package type', 'node-26': 'follows the package type' },

  /**
   * Files with `.ts`, `.mts` or `.cts`.
   * - `are loaded as they are`: as JavaScript, like any file whose extension has no extension handler.
   * - `are stripped of types`: and then loaded like `.js`, `.mjs` and `.cjs` files.
   *
   * @decides esm-typescript
   */
  typeScriptFiles: { 'node-0.10': 'are loaded as they are', 'node-22': 'are stripped of types' },

  /**
   * An entry without an extension, in a package of type `module`.
   * - `is refused`: it is imported, and `import` does not know what it is.
   * - `is an ES module`: whatever its syntax is.
   *
   * @decides esm-entry-type
   */
  entryWithoutExtension: { 'node-0.10': 'is refused', 'node-18': 'is an ES module' },

  /**
   * `require` of an ES module that it could not link before, because a name that is imported is not exported.
   * - `throws ERR_INTERNAL_ASSERTION`: as if Node had a bug.
   * - `throws ERR_REQUIRE_ESM_RACE_CONDITION`: as if the module was still being imported.
   *
   * @decides esm-unlinked
   */
  unlinkedEsModule: {
    'node-0.10': 'throws ERR_INTERNAL_ASSERTION',
    'node-26': 'throws ERR_REQUIRE_ESM_RACE_CONDITION',
  },
} as const satisfies NodeFlags;
