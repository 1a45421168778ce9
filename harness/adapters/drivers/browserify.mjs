// Browserify, in its mode for Node.

import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { requireIn } from './installed.mjs';
import { buildAndRun } from './run-bundle.mjs';

export function open({ folder }) {
  const browserify = requireIn(folder)('browserify');
  return {
    run: (entry, { root }) =>
      buildAndRun(async (file) => {
        const bundler = browserify(entry, { node: true, basedir: root });
        writeFileSync(file, await promisify(bundler.bundle.bind(bundler))());
      }),
  };
}
