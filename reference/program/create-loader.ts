// A loader: a module system with its settings.

import { dirname, resolve } from 'node:path';
import type { Behaviours } from '../behaviours/behaviours.ts';
import type { Environment, ResolverContext } from '../context/context.ts';
import type { Trace } from '../context/trace.ts';
import type { Warn } from '../context/warnings.ts';
import { behavioursOf, lineOf } from '../editions/editions.ts';
import { textsOf } from '../errors/texts.ts';
import { createCoreModules } from '../host/core-modules.ts';
import { lendModules } from '../host/es-modules.ts';
import { type FileSystem, nodeFileSystem } from '../host/file-system.ts';
import { Looks } from '../host/looks.ts';
import { createRequire } from '../module-system/create-require.ts';
import { LoaderSystem, type Settings } from '../module-system/module-system.ts';
import type { ModuleSystem, Require } from '../modules/module-types.ts';
import { nodeModulesPaths } from '../resolve/node-modules-paths.ts';

export interface LoaderOptions {
  /** One of `referenceEditions`; `locked` without it. */
  readonly edition?: string;
  readonly files?: FileSystem;
  /** Where NODE_PATH, the home folder and the variables about links are looked up; `process.env` without it. */
  readonly environment?: Environment;
  /** The folder above `lib/node`; without it, that of the Node that runs the reference. */
  readonly nodePrefix?: string;
  /** Is called with every step that the loader takes. */
  readonly trace?: Trace;
  /** Is called with every warning; without it warnings are dropped. */
  readonly warn?: Warn;
}

export interface Loader {
  /**
   * The absolute real path of the file that a specifier resolves to, or the name of a core module.
   * `referrer` is an absolute path; the file need not exist.
   */
  resolve(specifier: string, referrer: string): string;
  /** A `require` for an absolute path or a file URL, as `module.createRequire` gives. */
  createRequire(filename: string | URL): Require;
  /**
   * Runs a program and returns the exports of its entry. `processMainModule`
   * makes the process its own: it sets `process.mainModule`, and `import()` gets CommonJS modules from this loader.
   */
  runMain(entry: string, options?: { readonly processMainModule?: boolean }): unknown;
}

/**
 * A loader with caches of its own.
 * @throws {RangeError} when the edition is unknown.
 */
export function createLoader(options: LoaderOptions = {}): Loader {
  const system = createSystem(options);
  return {
    resolve: (specifier, referrer) => resolveFrom(system, specifier, referrer),
    createRequire: (filename) => createRequire(system, filename),
    runMain: (entry, settings) => runMain(system, entry, settings?.processMainModule === true),
  };
}

function createSystem(options: LoaderOptions): ModuleSystem {
  const { edition = 'locked', files = nodeFileSystem, trace, warn = () => undefined } = options;
  const behaviours = behavioursOf(edition);
  const readEnvironment = (): Environment => options.environment ?? process.env;
  const settings: Settings = {
    behaviours,
    texts: textsOf(edition),
    files,
    looks: new Looks(files, behaviours),
    packages: { usual: new Map(), strict: new Map() },
    trace,
    warn,
    warnedOf: new Set(),
    core: createCoreModules(behaviours, lineOf(edition)),
    preservesLinks: readLinkVariables(behaviours, readEnvironment()),
    isForEntry: false,
    globals: { environment: {}, nodePrefix: options.nodePrefix ?? resolve(process.execPath, '..', '..') },
  };
  return new LoaderSystem(settings, readEnvironment);
}

function readLinkVariables(
  { linkVariables }: Behaviours,
  environment: Environment,
): ResolverContext['preservesLinks'] {
  const isSet = (name: (typeof linkVariables)[number]): boolean | undefined =>
    linkVariables.includes(name) ? environment[name] === '1' : undefined;
  return { modules: isSet('NODE_PRESERVE_SYMLINKS'), entry: isSet('NODE_PRESERVE_SYMLINKS_MAIN') };
}

function resolveFrom(system: ModuleSystem, specifier: string, referrer: string): string {
  const filename = resolve(referrer);
  const module = new system.Module(filename);
  module.filename = filename;
  Object.defineProperty(module, 'paths', { get: () => nodeModulesPaths(system.context, dirname(filename)) });
  return system.Module._resolveFilename(specifier, module, false);
}

function runMain(system: ModuleSystem, entry: string, setsProcessMainModule: boolean): unknown {
  system.setsProcessMainModule = setsProcessMainModule;
  if (setsProcessMainModule) lendModules(system);
  return system.Module._load(resolve(entry), null, true);
}
