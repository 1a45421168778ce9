// What editions decide about systems: the pages in spec/16-systems.

import type { NodeFlags } from './node-flags.ts';

export const systems = {
  /**
   * On Windows, where the package of a path is looked for that a program has written.
   * - `by its text`: above its last backslash, so that slashes after it are part of the name of the file. A relative path begins in
   *   the folders that it names.
   * - `by the path that it means`: the path is resolved first.
   *
   * @decides windows-create-require-scope, windows-relative-scope
   */
  scopeOfWrittenPath: { 'node-0.10': 'by its text', 'node-24': 'by the path that it means' },
} as const satisfies NodeFlags;
