// What editions decide about errors: the pages in spec/12-errors.

import type { NodeFlags } from './node-flags.ts';

export const errors = {
  /**
   * The files that led to a missing module.
   * - `is not in the error`: the error only names the specifier.
   * - `is in the error`: as its property `requireStack`, and in its message.
   *
   * @decides error-require-stack
   */
  requireStack: { 'node-0.10': 'is not in the error', 'node-12': 'is in the error' },

  /**
   * Ways to a package on which the error for a missing target names the folder of the package; on others, it names its
   * `package.json`.
   * - `specifier`: by a bare specifier.
   * - `self`: by its own name, from a file of the package.
   *
   * @decides error-tells-package
   */
  missingTargetNamesFolder: {
    'node-0.10': [],
    'node-22': ['specifier'],
    'node-26': ['specifier', 'self'],
  },

  /**
   * The exit code of a program.
   * - `comes from process.exit alone`: `process.exitCode` has no meaning; after an uncaught error the code is 8.
   * - `comes from the host`: it is that of the Node which runs the reference.
   *
   * @decides error-uncaught, main-ends
   */
  exitCode: { 'node-0.10': 'comes from process.exit alone', 'node-0.12': 'comes from the host' },
} as const satisfies NodeFlags;
