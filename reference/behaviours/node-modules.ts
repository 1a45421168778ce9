// What editions decide about search folders and symbolic links: the pages in spec/05-node-modules.

import type { NodeFlags } from './node-flags.ts';

export const nodeModules = {
  /**
   * A `main` that cannot be resolved, in a folder without an index.
   * - `finds nothing`: the search goes on in the next folder.
   * - `throws MODULE_NOT_FOUND`: the search ends; the error names the `package.json`.
   *
   * @decides node-modules-broken-main, error-tells-package
   */
  brokenMain: { 'node-0.10': 'finds nothing', 'node-12': 'throws MODULE_NOT_FOUND' },

  /**
   * An empty entry in `NODE_PATH`.
   * - `is the current folder`: as an entry `.` is.
   * - `is ignored`: it adds no folder.
   *
   * @decides global-folders-odd-entries
   */
  emptyNodePathEntry: { 'node-0.10': 'is the current folder', 'node-4': 'is ignored' },

  /**
   * A folder from which a specifier is resolved and that does not exist.
   * - `is searched`: dot segments of the specifier can lead from it to a file.
   * - `is skipped`: nothing is found from it.
   * - `is skipped unless the specifier leaves it`: only a relative specifier that leads out of it is resolved.
   *
   * @decides global-folders-odd-entries, create-require
   */
  missingStartFolder: {
    'node-0.10': 'is searched',
    'node-4': 'is skipped',
    'node-18': 'is skipped unless the specifier leaves it',
  },

  /**
   * A `package.json` that exists and cannot be read.
   * - `is ignored`: the folder counts as one without a `package.json`.
   * - `throws ERR_INVALID_PACKAGE_CONFIG`: wherever it is looked for.
   *
   * @decides links-loop
   */
  unreadablePackageJson: { 'node-0.10': 'is ignored', 'node-26': 'throws ERR_INVALID_PACKAGE_CONFIG' },

  /**
   * Variables that make a module keep the path with symbolic links in it, when their value is `1`.
   * - `NODE_PRESERVE_SYMLINKS`: for every module but the entry.
   * - `NODE_PRESERVE_SYMLINKS_MAIN`: for the entry.
   *
   * @decides preserved-names, preserved-main
   */
  linkVariables: {
    'node-0.10': [],
    'node-8': ['NODE_PRESERVE_SYMLINKS'],
    'node-10': ['NODE_PRESERVE_SYMLINKS', 'NODE_PRESERVE_SYMLINKS_MAIN'],
  },
} as const satisfies NodeFlags;
