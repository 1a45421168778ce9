// Metro, as a bundler of programs for Node.

import path from 'node:path';
import { replaceMd4 } from './hash-for-md4.mjs';
import { conditions, extensions, requireIn } from './installed.mjs';
import { buildAndRun } from './run-bundle.mjs';

export function open({ folder }) {
  const require = requireIn(folder);
  replaceMd4();
  const { runBuild } = require('metro');
  const { getDefaultConfig, mergeConfig } = require('metro-config');
  return {
    run: (entry, { root, conditions: added }) =>
      buildAndRun(async (file) => {
        const config = mergeConfig(await getDefaultConfig(root), settings(require, folder, root, added));
        // It adds the extension itself.
        const out = path.join(path.dirname(file), path.basename(file, '.js'));
        await quietly(() => runBuild(config, { entry, out, dev: false, minify: false, platform: 'web' }));
      }),
  };
}

function settings(require, folder, root, added) {
  return {
    projectRoot: root,
    // Its own runtime is part of every bundle.
    watchFolders: [root, path.join(folder, 'node_modules')],
    resetCache: true,
    cacheStores: [],
    maxWorkers: 1,
    reporter: { update: () => undefined },
    resolver: {
      useWatchman: false,
      sourceExts: extensions.map((extension) => extension.slice(1)),
      assetExts: [],
      resolverMainFields: ['main'],
      unstable_enablePackageExports: true,
      unstable_conditionNames: [...conditions, ...added],
      unstable_conditionsByPlatform: {},
    },
    transformer: {
      babelTransformerPath: require.resolve('metro-babel-transformer'),
      asyncRequireModulePath: asyncRequireIn(require),
      allowOptionalDependencies: true,
      enableBabelRCLookup: false,
    },
    serializer: { getPolyfills: () => [], getModulesRunBeforeMainModule: () => [] },
  };
}

/** It has a package of its own since 0.64. */
function asyncRequireIn(require) {
  try {
    return require.resolve('metro-runtime/src/modules/asyncRequire');
  } catch {
    return require.resolve('metro/src/lib/bundle-modules/asyncRequire');
  }
}

/** Below 0.64 it prints what it does, which must not count as the output of the program. */
async function quietly(build) {
  const { log } = console;
  console.log = () => undefined;
  try {
    await build();
  } finally {
    console.log = log;
  }
}
