// The runtime of Jest, set up as Jest does it for a test file, without transforms.

import { tmpdir } from 'node:os';
import { extensions, requireIn } from './installed.mjs';

export function open({ folder }) {
  const require = requireIn(folder);
  const runtime = require('jest-runtime');
  const environment = require('jest-environment-node');
  const parts = {
    // Below 27 the package itself is the class.
    Runtime: runtime.default ?? runtime,
    makeEnvironment: environmentMaker(environment),
    // Below 27 the runtime transforms by itself.
    createScriptTransformer: require('@jest/transform').createScriptTransformer,
    normalize: require('jest-config').normalize,
  };
  const run = async (entry, context) => {
    const runtime = await prepareRuntime(parts, entry, context);
    // As Jest does it for the file of a test. Only a Node that is started with --experimental-vm-modules has ES modules for it.
    if (runtime.unstable_shouldLoadAsEsm?.(entry)) await runtime.unstable_importModule(entry);
    else runtime.requireModule(entry);
  };
  return { run, importModule: run };
}

/** Below 28 the package itself is the class, and one configuration is all that it gets. */
function environmentMaker(found) {
  const { TestEnvironment } = found;
  if (TestEnvironment) return (configs, context) => new TestEnvironment(configs, context);
  return ({ projectConfig }) => new found(projectConfig);
}

async function prepareRuntime(parts, entry, context) {
  const config = await configure(parts, context);
  const { resolver } = await parts.Runtime.createContext(config, { maxWorkers: 1, watchman: false, console });
  const globalConfig = { ...config, collectCoverage: false, coverageProvider: 'v8' };
  const environment = parts.makeEnvironment(
    { globalConfig, projectConfig: config },
    { console, docblockPragmas: {}, testPath: entry },
  );
  await environment.setup();
  environment.global.console = console;
  return new parts.Runtime(
    config,
    environment,
    resolver,
    ...(parts.createScriptTransformer ? [await parts.createScriptTransformer(config), new Map()] : [{}]),
    { collectCoverage: false, collectCoverageFrom: [], coverageProvider: 'v8' },
    entry,
    globalConfig,
  );
}

async function configure({ normalize }, { root, conditions }) {
  const flags = { _: [], $0: '', cache: false, watchman: false };
  const wanted = {
    rootDir: root,
    testEnvironment: 'node',
    transform: {},
    moduleFileExtensions: extensions.map((extension) => extension.slice(1)),
    cache: false,
    cacheDirectory: tmpdir(),
  };
  const { options } = await normalize(wanted, flags);
  return {
    ...options,
    cwd: root,
    id: root,
    // What it is called below 28.
    name: root,
    roots: [root],
    globals: {},
    extensionsToTreatAsEsm: [],
    moduleDirectories: ['node_modules'],
    testEnvironmentOptions: withConditions(conditions),
    coveragePathIgnorePatterns: [],
    unmockedModulePathPatterns: [],
    fakeTimers: {},
  };
}

/** What a user sets replaces the conditions of the environment for Node, except that of the way. Below 28.1 it is not read. */
function withConditions(added) {
  return added.length > 0 ? { customExportConditions: ['node', 'node-addons', ...added] } : {};
}
