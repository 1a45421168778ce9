// The npm packages `resolve` and `browser-resolve`, which share one interface. The parameter `package` names one.

import path from 'node:path';
import { extensions, requireIn } from './installed.mjs';

export function open({ folder, package: name }) {
  const { sync } = requireIn(folder)(name);
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
