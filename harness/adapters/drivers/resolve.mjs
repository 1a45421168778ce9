// The npm packages `resolve` and `browser-resolve`, which share one interface. The parameter `package` names one.

import path from 'node:path';
import { promisify } from 'node:util';
import { extensions, requireIn } from './installed.mjs';

export function open({ folder, package: name, variant }) {
  const found = requireIn(folder)(name);
  const resolve = variant === 'async' ? promisify(found) : found.sync;
  return {
    resolve: (specifier, referrer) =>
      resolve(specifier, {
        basedir: path.dirname(referrer),
        filename: referrer,
        extensions,
        preserveSymlinks: false,
      }),
  };
}
