// The npm package `resolve`.

import path from 'node:path';
import { extensions, requireIn } from './installed.mjs';

export function open({ folder }) {
  const { sync } = requireIn(folder)('resolve');
  return {
    resolve: (specifier, referrer) =>
      sync(specifier, {
        basedir: path.dirname(referrer),
        filename: referrer,
        extensions,
        preserveSymlinks: false,
      }),
  };
}
