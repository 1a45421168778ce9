// Parcel, as a bundler of programs for Node.

import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireIn } from './installed.mjs';
import { buildAndRun } from './run-bundle.mjs';

export function open({ folder }) {
  const require = requireIn(folder);
  const { default: Parcel } = require('@parcel/core');
  const defaultConfig = require.resolve('@parcel/config-default');
  return {
    run: (entry, { root }) =>
      buildAndRun(async (file) => {
        await new Parcel({
          entries: entry,
          defaultConfig,
          projectRoot: root,
          shouldDisableCache: true,
          cacheDir: path.join(tmpdir(), 'parcel'),
          mode: 'production',
          shouldAutoInstall: false,
          defaultTargetOptions: { shouldOptimize: false, shouldScopeHoist: false, sourceMaps: false },
          targets: { main: target(file) },
        }).run();
      }),
  };
}

function target(file) {
  return {
    distDir: path.dirname(file),
    distEntry: path.basename(file),
    context: 'node',
    engines: { node: process.versions.node },
    includeNodeModules: true,
    outputFormat: 'commonjs',
    isLibrary: false,
    optimize: false,
    scopeHoist: false,
    sourceMap: false,
  };
}
