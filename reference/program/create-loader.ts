// A loader: a module system with its settings.

import type { Behaviours } from '../behaviours/behaviours.ts';
import type { Environment, ResolverContext } from '../context/context.ts';
import type { Trace } from '../context/trace.ts';
import type { Warn } from '../context/warnings.ts';
import { behavioursOf, lineOf } from '../editions/editions.ts';
import { textsOf } from '../errors/texts.ts';
import { type CoreModules, createCoreModules } from '../host/core-modules.ts';
import { type FileSystem, nodeFileSystem } from '../host/file-system.ts';
import { lendModules } from '../host/lent-module.ts';
import { Looks } from '../host/looks.ts';
import { seenFiles } from '../host/seen-files.ts';
import { speakAs } from '../host/seen-modules.ts';
import { createImportResolver, type ImportOptions } from '../import/resolve-import.ts';
import { loadEntryAfterImports } from '../load/load-entry.ts';
import { createRequire } from '../module-system/create-require.ts';
import { LoaderSystem, type Settings } from '../module-system/module-system.ts';
import type { CommonJsModule, ModuleSystem, Require } from '../modules/module-types.ts';
import { onDrive } from '../paths/drive.ts';
import { hostPlatform, isOnlySeen, type PathRules, type Platform, pathRules } from '../paths/path-rules.ts';
import { nodeModulesPaths } from '../resolve/node-modules-paths.ts';
import { evaluateScript, type Script } from './evaluate-script.ts';
import { asksForPending, conditionsOf } from './node-options.ts';

export interface LoaderOptions {
  /** One of `referenceEditions`; `locked` without it. */
  readonly edition?: string;
  /** Whose rules paths follow; without it, that of the Node that runs the reference. */
  readonly platform?: Platform;
  /** Where files are looked for. Without it the disk as the platform sees it; for `win32` on another system it is the drive `Z:`. */
  readonly files?: FileSystem;
  /**
   * Where NODE_PATH, the home folder, the variables about links and about pending deprecations, and the conditions in NODE_OPTIONS
   * are looked up; `process.env` without it.
   */
  readonly environment?: Environment;
  /** Conditions of package maps that apply besides those of the line, as `--conditions` adds them. */
  readonly conditions?: readonly string[];
  /** Keeps symbolic links in the paths of modules, as `--preserve-symlinks` does. */
  readonly preserveSymlinks?: boolean;
  /** Keeps symbolic links in the path of the entry, as `--preserve-symlinks-main` does. */
  readonly preserveSymlinksMain?: boolean;
  /** Warns of deprecations that are pending, too, as `--pending-deprecation` does. */
  readonly pendingDeprecation?: boolean;
  /** The folder above `lib/node`; without it, where the Node that runs the reference has it. */
  readonly nodePrefix?: string;
  /**
   * The process is that of the program: the entry becomes `process.mainModule`, an ES module as the entry is imported, and
   * `import()` gets CommonJS modules from this loader.
   */
  readonly ownsProcess?: boolean;
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
  /**
   * The URL that a specifier resolves to where it is imported: a `file:`, `node:` or `data:` URL. `referrer` is an absolute path,
   * or a `file:` or `data:` URL; the file need not exist.
   * @throws what Node throws, with its `code`, and the `url` of a file that is missing or of a folder.
   * @throws {RangeError} in an edition that has no `import`.
   */
  resolveImport(specifier: string, referrer: string, options?: ImportOptions): string;
  /** What `import.meta.resolve` returns in the module `referrer`; otherwise as `resolveImport`. */
  resolveImportMeta(specifier: string, referrer: string, options?: ImportOptions): string;
  /** A `require` for an absolute path or a file URL, as `module.createRequire` gives. */
  createRequire(filename: string | URL): Require;
  /** Loads modules before the entry, as `--require` does. Relative specifiers start from the working folder. */
  preload(specifiers: readonly string[]): void;
  /** Runs a program and returns the exports of its entry. After other modules were imported, the entry is imported too. */
  runMain(entry: string, afterImports?: boolean): unknown;
  /** Evaluates a script without a file in the working folder, as `--eval` does. */
  evaluate(script: Script): void;
}

/**
 * A loader with caches of its own.
 * @throws {RangeError} when the edition is unknown.
 */
export function createLoader(options: LoaderOptions = {}): Loader {
  const system = createSystem(options);
  if (system.ownsProcess && isOnlySeen(system.context.paths.platform)) speakAs(system.context.paths.platform);
  if (system.ownsProcess) lendModules(system);
  return {
    resolve: (specifier, referrer) => resolveFrom(system, specifier, referrer),
    ...createImportResolver(system.context, (specifier, referrer) =>
      resolveNear(adviserOf(system, options), specifier, referrer),
    ),
    createRequire: (filename) => createRequire(system, filename),
    preload: (specifiers) => system.Module._preloadModules(specifiers),
    runMain: (entry, afterImports = false) => {
      const path = system.context.paths.resolve(entry);
      return afterImports ? loadEntryAfterImports(system, path) : system.Module.runMain(path);
    },
    evaluate: (script) => evaluateScript(system, script),
  };
}

function createSystem(options: LoaderOptions): ModuleSystem {
  const { edition = 'locked', platform = hostPlatform, trace, warn = () => undefined } = options;
  const paths = pathRules(platform);
  const behaviours = behavioursOf(edition);
  const core = createCoreModules(behaviours, lineOf(edition), platform);
  const { files = diskOf(platform, core), nodePrefix } = options;
  const readEnvironment = (): Environment => options.environment ?? process.env;
  const settings: Settings = {
    behaviours,
    texts: textsOf(edition),
    paths,
    files,
    looks: new Looks(files, paths, behaviours),
    packages: { usual: new Map(), strict: new Map() },
    trace,
    warn,
    warnsOfPending: options.pendingDeprecation === true || asksForPending(readEnvironment()),
    warnedOf: new Set(),
    core,
    preservesLinks: preservedLinks(behaviours, readEnvironment(), options),
    conditions: [
      ...conditionsOf(behaviours, readEnvironment()['NODE_OPTIONS'] ?? ''),
      ...(options.conditions ?? []),
    ],
    way: 'require',
    isForEntry: false,
    globals: { environment: {}, nodePrefix: nodePrefix ?? prefixOf(paths) },
  };
  return new LoaderSystem(settings, readEnvironment, options.ownsProcess === true);
}

/** The disk, as the platform sees it; modules are read with the function that programs get, which they may replace. */
function diskOf(platform: Platform, core: CoreModules): FileSystem {
  if (!isOnlySeen(platform)) return nodeFileSystem;
  const readModule = (path: string): string => Object(core.exportsOf('fs')).readFileSync(path, 'utf8');
  return { ...seenFiles(nodeFileSystem, platform), readModule };
}

const { execPath } = process;

/** On Windows, Node is not in a folder `bin`. */
function prefixOf({ platform, resolve, dirname }: PathRules): string {
  const folder = dirname(isOnlySeen(platform) && platform === 'win32' ? onDrive(execPath) : execPath);
  return platform === 'win32' ? folder : resolve(folder, '..');
}

function preservedLinks(
  { linkVariables }: Behaviours,
  environment: Environment,
  { preserveSymlinks, preserveSymlinksMain }: LoaderOptions,
): ResolverContext['preservesLinks'] {
  const isSet = (name: (typeof linkVariables)[number]): boolean | undefined =>
    linkVariables.includes(name) ? environment[name] === '1' : undefined;
  return {
    modules: preserveSymlinks || isSet('NODE_PRESERVE_SYMLINKS'),
    entry: preserveSymlinksMain || isSet('NODE_PRESERVE_SYMLINKS_MAIN'),
  };
}

function resolveFrom(system: ModuleSystem, specifier: string, referrer: string): string {
  const filename = system.context.paths.resolve(referrer);
  const module = moduleAt(system, filename);
  module.filename = filename;
  return system.Module._resolveFilename(specifier, module, false);
}

/** What asks for the advice in an error: it takes no step of the pages, so it is not traced. */
function adviserOf(system: ModuleSystem, { trace, ...untraced }: LoaderOptions): ModuleSystem {
  return trace === undefined ? system : createSystem({ ...untraced, ownsProcess: false });
}

/** As for a module without a file, which is what Node asks before it gives advice: relative specifiers start from the working folder. */
function resolveNear(system: ModuleSystem, specifier: string, referrer: string): string {
  return system.Module._resolveFilename(
    specifier,
    moduleAt(system, system.context.paths.resolve(referrer)),
    false,
  );
}

function moduleAt(system: ModuleSystem, filename: string): CommonJsModule {
  const { context } = system;
  const module = new system.Module(filename);
  Object.defineProperty(module, 'paths', {
    get: () => nodeModulesPaths(context, context.paths.dirname(filename)),
  });
  return module;
}
