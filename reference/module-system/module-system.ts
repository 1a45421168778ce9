// One module system: the Module constructor with the names that programs know from `require('module')`.

import HostModule from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Behaviours } from '../behaviours/behaviours.ts';
import type { ResolverContext } from '../context/context.ts';
import { deprecate } from '../context/warnings.ts';
import { invalidFilename } from '../errors/errors.ts';
import { createExtensionHandlers } from '../load/extension-handlers.ts';
import { load } from '../modules/load-module.ts';
import type { ModuleConstructor, ModuleSystem, Require } from '../modules/module-types.ts';
import { createPartialExports } from '../modules/partial-exports.ts';
import { createRequireFunction } from '../modules/require-function.ts';
import { lookupPaths, resolveFilename } from '../modules/resolve-filename.ts';
import { defaultWrapper } from '../modules/wrapper.ts';
import { loadFromFolders, searchFolders } from '../resolve/algorithm.ts';
import { nodeModulesPaths } from '../resolve/search-folders.ts';
import { isPathSpecifier } from '../specifiers/specifier-kinds.ts';
import { createModuleClass, type ModuleClass } from './module-class.ts';

/** A module system with an empty cache. */
export function createModuleSystem(
  context: ResolverContext,
  readEnvironment: ModuleSystem['readEnvironment'],
): ModuleSystem {
  const Class: ModuleClass = createModuleClass(context.behaviours, () => system);
  // From the host comes what has nothing to do with this loader, such as `findSourceMap`.
  const Module: ModuleConstructor = Object.assign(
    Class as ModuleClass & Pick<ModuleConstructor, 'prototype' | 'Module'>,
    HostModule as object,
    publicNames(context, () => system),
    internalNames(context, () => system),
  );
  Module.Module = Module;
  setHelpers(Module, context, () => system);
  const system: ModuleSystem = {
    context,
    Module,
    main: undefined,
    remembered: new Map(),
    esModules: new WeakSet(),
    partialExports: createPartialExports(context.warn),
    setsProcessMainModule: false,
    readEnvironment,
  };
  Module._initPaths();
  return system;
}

type PublicNames = Pick<ModuleConstructor, 'globalPaths' | 'wrapper' | 'wrap' | 'runMain'>;

function publicNames(context: ResolverContext, system: () => ModuleSystem): PublicNames {
  const wrapper: string[] = [...defaultWrapper];
  // Lines that wrap text heed what a program writes into the two halves, but not another array.
  const isKept = context.behaviours.wrapper === 'is text';
  return {
    globalPaths: [],
    wrapper,
    wrap: (source) => (isKept ? wrapper : system().Module.wrapper).join(source),
    runMain: (entry = process.argv[1]) => system().Module._load(entry ?? '', null, true),
  };
}

/** Those that the line lacks must not be the host's either. */
function setHelpers(Module: ModuleConstructor, context: ResolverContext, system: () => ModuleSystem): void {
  const helpers: Required<Pick<ModuleConstructor, Behaviours['moduleHelpers'][number]>> = {
    builtinModules: context.core.listed,
    isBuiltin: (specifier) => typeof specifier === 'string' && context.core.has(specifier),
    createRequire: (filename) => createRequire(system(), filename),
    createRequireFromPath: fromPath(context, system),
  };
  for (const name of Object.keys(helpers)) Reflect.deleteProperty(Module, name);
  for (const name of context.behaviours.moduleHelpers) Reflect.set(Module, name, helpers[name]);
}

function fromPath(context: ResolverContext, system: () => ModuleSystem): (filename: string) => Require {
  return (filename) => {
    deprecate(context, 'DEP0130', 'Module.createRequireFromPath() is deprecated.', '');
    return createRequireFromPath(system(), filename);
  };
}

type InternalNames = Pick<ModuleConstructor, Extract<keyof ModuleConstructor, `_${string}`>>;

function internalNames(context: ResolverContext, system: () => ModuleSystem): InternalNames {
  return {
    _cache: context.behaviours.requireCache === 'has no prototype' ? Object.create(null) : {},
    _pathCache: Object.create(null),
    _extensions: createExtensionHandlers(context, system),
    _load: (request, parent, isMain) => load(system(), request, parent, isMain === true),
    _resolveFilename: (request, parent, isMain, options) =>
      resolveFilename(isMain ? forEntry(system()) : system(), request, parent, options),
    _resolveLookupPaths: (request, parent) => lookupPaths(system(), request, parent),
    _findPath: (request, folders) => findPath(system(), request, folders ?? []),
    _nodeModulePaths: (folder) => nodeModulesPaths(system().context, folder),
    _initPaths: () => initPaths(system()),
  };
}

/** The entry has a variable of its own for links. */
function forEntry(system: ModuleSystem): ModuleSystem {
  return { ...system, context: { ...system.context, isForEntry: true } };
}

function findPath({ context }: ModuleSystem, request: string, folders: readonly string[]): string | false {
  const isBare = !isPathSpecifier(context, request);
  if (isBare) return searchFolders(context, request, folders) ?? false;
  return loadFromFolders(context, request, isAbsolute(request) ? ['/'] : folders) ?? false;
}

function initPaths(system: ModuleSystem): void {
  system.Module.globalPaths = system.readEnvironment();
}

/** A `require` for an absolute path or a file URL; what ends in a separator is a folder. */
export function createRequire(system: ModuleSystem, filename: unknown): Require {
  if (typeof filename === 'string' && isAbsolute(filename)) return createRequireFromPath(system, filename);
  return createRequireFromPath(system, pathOfUrl(filename));
}

function pathOfUrl(url: unknown): string {
  try {
    return fileURLToPath(url as string | URL);
  } catch {
    throw invalidFilename(url);
  }
}

function createRequireFromPath(system: ModuleSystem, path: string): Require {
  const filename = /[/\\]$/.test(path) ? join(path, 'noop.js') : path;
  const module = new system.Module(filename);
  module.filename = filename;
  module.paths = system.Module._nodeModulePaths(dirname(filename));
  return createRequireFunction(system, module);
}
