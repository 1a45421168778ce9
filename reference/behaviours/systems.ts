// What editions decide about systems: the pages in spec/16-systems.

import type { NodeFlags } from './node-flags.ts';

export const systems = {
  /**
   * On Windows, where the search for the package of a path begins that a program has written with slashes.
   * - `begins at the last backslash`: slashes after it are part of the name of the file, and without one there is no package.
   * - `begins at the folder`: a slash ends a folder, too.
   *
   * @decides windows-create-require-scope
   */
  scopeOfSlashes: { 'node-0.10': 'begins at the last backslash', 'node-24': 'begins at the folder' },

  /**
   * On Windows, where the package of a relative path is looked for.
   * - `in the folders that it names`: as on other systems.
   * - `from the working folder up`: the path is resolved first.
   *
   * @decides windows-relative-scope
   */
  scopeOfRelativePath: {
    'node-0.10': 'in the folders that it names',
    'node-24': 'from the working folder up',
  },
} as const satisfies NodeFlags;
