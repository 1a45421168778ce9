// Parcel, as a bundler of programs for Node. Version 1 is one class, and version 2 has packages for its parts.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireIn } from './installed.mjs';
import { buildAndRun } from './run-bundle.mjs';

export function open({ folder }) {
  const require = requireIn(folder);
  if (require('parcel/package.json').version.startsWith('1.')) return openFormer(require('parcel'));
  const { default: Parcel } = require('@parcel/core');
  const { FSCache } = require('@parcel/cache');
  const { NodeFS } = require('@parcel/fs');
  const defaultConfig = require.resolve('@parcel/config-default');
  return {
    run: (entry, { root }) =>
      buildAndRun(async (file) => {
        // Parcel keeps a database, which serves only a limited number of builds in a process.
        const cacheDir = mkdtempSync(path.join(tmpdir(), 'parcel-'));
        await new Parcel({
          entries: entry,
          defaultConfig,
          projectRoot: root,
          shouldDisableCache: true,
          cacheDir,
          cache: new FSCache(new NodeFS(), cacheDir),
          mode: 'production',
          shouldAutoInstall: false,
          defaultTargetOptions: { shouldOptimize: false, shouldScopeHoist: false, sourceMaps: false },
          targets: { main: target(file) },
        })
          .run()
          .finally(() => rmSync(cacheDir, { recursive: true, force: true }));
      }),
  };
}

function openFormer(Bundler) {
  // It has no mode without workers.
  process.env.PARCEL_WORKERS = '1';
  return {
    run: (entry) =>
      buildAndRun(async (file) => {
        const settings = { ...formerSettings, outDir: path.dirname(file), outFile: path.basename(file) };
        await new Bundler(entry, settings).bundle();
      }),
  };
}

const formerSettings = {
  target: 'node',
  bundleNodeModules: true,
  minify: false,
  sourceMaps: false,
  cache: false,
  watch: false,
  hmr: false,
  autoInstall: false,
  logLevel: 0,
  throwErrors: true,
};

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
