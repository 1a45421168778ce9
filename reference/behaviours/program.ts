// What editions decide about programs and their warnings: the pages in spec/13-program.

import type { NodeFlags } from './node-flags.ts';

export const program = {
  /**
   * What a cycle sees of an unfinished module.
   * - `do not warn`: a property that is missing is `undefined`.
   * - `warn of missing properties`: as long as the module is not finished.
   *
   * @decides warn-cycle, cycle-warning-prototype
   */
  partialExports: { 'node-0.10': 'do not warn', 'node-14': 'warn of missing properties' },

  /**
   * The deprecations that are warned of.
   * - `DEP0128`: a `main` that cannot be resolved, in a folder with an index.
   * - `DEP0130`: `createRequireFromPath`.
   * - `DEP0148`: folder mappings.
   * - `DEP0151`: an ES module as the main of a package that a target of `imports` names, without a `main` that names it in full.
   * - `DEP0155`: subpaths that end in a slash and match a pattern.
   * - `DEP0166`: two slashes in a target or a pattern match.
   *
   * @decides warn-create-require-from-path, warn-broken-main, warn-folder-mapping, warn-trailing-slash, warn-double-slash
   */
  deprecations: {
    'node-0.10': [],
    'node-14': ['DEP0130'],
    'node-16': ['DEP0128', 'DEP0148', 'DEP0151'],
    'node-18': ['DEP0128', 'DEP0151', 'DEP0155'],
    'node-20': ['DEP0128', 'DEP0151', 'DEP0155', 'DEP0166'],
  },
} as const satisfies NodeFlags;
