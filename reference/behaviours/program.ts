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

  /**
   * What the variable NODE_OPTIONS may have loaded before the entry.
   * - `do not exist`: nothing.
   * - `are required`: what `--require` names.
   * - `are required or imported`: what `--require` or `--import` names.
   *
   * @decides preload-before-entry, preload-import
   * @unseen node-18, preload-import: lines before do not start with the option --import
   */
  preloads: { 'node-0.10': 'do not exist', 'node-6': 'are required', 'node-18': 'are required or imported' },

  /**
   * The property `isPreloading` of a module.
   * - `does not exist`: it is `undefined`.
   * - `says whether modules are preloaded`: `true` until the last of them has ended, then `false`.
   *
   * @decides preload-is-preloading
   */
  isPreloading: { 'node-0.10': 'does not exist', 'node-14': 'says whether modules are preloaded' },

  /**
   * The `module.id` of a CommonJS entry that is imported, because `--import` names modules before it.
   * - `is a dot`: as without `--import`.
   * - `is its path`: as for any other module.
   *
   * @decides preload-import-entry
   */
  importedMainId: { 'node-0.10': 'is a dot', 'node-20': 'is its path' },

  /**
   * The deprecations that are warned of only where the user asks for pending ones.
   * - `DEP0128`: a `main` that cannot be resolved, in a folder with an index.
   * - `DEP0144`: `module.parent`.
   * - `DEP0155`: subpaths that end in a slash and match a pattern.
   * - `DEP0166`: two slashes in a target or a pattern match.
   *
   * @decides warn-pending
   * @unseen node-12: the page is about lines that have such warnings
   * @unseen node-20: it warns of double slashes without being asked
   */
  pendingDeprecations: {
    'node-0.10': [],
    'node-12': ['DEP0128'],
    'node-16': ['DEP0144', 'DEP0155'],
    'node-18': ['DEP0144', 'DEP0166'],
    'node-20': ['DEP0144'],
  },
} as const satisfies NodeFlags;
