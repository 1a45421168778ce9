// The Module constructor with the names that programs know from `require('module')`. A program may replace what any of them
// holds, and the loader then calls what the program has put there.

import HostModule from 'node:module';
import type { Behaviours } from '../behaviours/behaviours.ts';
import { deprecate } from '../context/warnings.ts';
import { notAPath, notAPathToRequireFrom } from '../errors/errors.ts';
import { createExtensionHandlers } from '../load/extension-handlers.ts';
import { loadEntry } from '../load/load-entry.ts';
import { findPath } from '../modules/find-path.ts';
import { load } from '../modules/load-module.ts';
import { shapedLookupPaths } from '../modules/lookup-paths.ts';
import { registerHooks } from '../modules/module-hooks.ts';
import type { ModuleConstructor, ModuleSystem, Require } from '../modules/module-types.ts';
import { publicTable } from '../modules/public-table.ts';
import { resolveFilename } from '../modules/resolve-filename.ts';
import { defaultWrapper } from '../modules/wrapper.ts';
import { globalFolders } from '../resolve/global-folders.ts';
import { nodeModulesPaths } from '../resolve/node-modules-paths.ts';
import { createRequire, createRequireFromPath } from './create-require.ts';
import { createModuleClass, type ModuleClass } from './module-class.ts';

/** What `require('module')` gives in a loader. */
export function createModuleConstructor(system: ModuleSystem): ModuleConstructor {
  // From the host comes what has nothing to do with this loader, such as `findSourceMap`.
  const Module: ModuleConstructor = Object.assign(
    createModuleClass(system) as ModuleClass & Pick<ModuleConstructor, 'prototype' | 'Module'>,
    HostModule as object,
    publicNames(system),
    internalNames(system),
  );
  Module.Module = Module;
  setHelpers(Module, system);
  if (system.context.behaviours.statFunction === 'looks at paths') defineStat(Module, system);
  return Module;
}

type PublicNames = Pick<ModuleConstructor, 'globalPaths' | 'wrapper' | 'wrap' | 'runMain'>;

function publicNames(system: ModuleSystem): PublicNames {
  const wrapper: string[] = [...defaultWrapper];
  // Lines that wrap text heed what a program writes into the two halves, but not another array.
  const isKept = system.context.behaviours.wrapper === 'is text';
  return {
    globalPaths: [],
    wrapper,
    wrap: (source) => {
      const halves = isKept ? wrapper : system.Module.wrapper;
      return halves[0] + source + halves[1];
    },
    runMain: (entry = process.argv[1]) => loadEntry(system, entry ?? ''),
  };
}

const hostHelpers = [
  '_debug',
  '_preloadModules',
  'findSourceMap',
  'SourceMap',
  'syncBuiltinESMExports',
  'register',
];

/** Those that the line lacks must not be the host's either. */
function setHelpers(Module: ModuleConstructor, system: ModuleSystem): void {
  const { context } = system;
  const helpers: Required<Pick<ModuleConstructor, Behaviours['moduleHelpers'][number]>> = {
    builtinModules: context.core.listed,
    isBuiltin: (specifier) => typeof specifier === 'string' && context.core.has(specifier),
    createRequire: (filename) => createRequire(system, filename),
    createRequireFromPath: (path) => fromPath(system, path),
    registerHooks: (hooks) => registerHooks(system, hooks),
  };
  for (const name of Object.keys(helpers)) Reflect.deleteProperty(Module, name);
  for (const name of hostHelpers)
    if (!context.behaviours.hostHelpers.some((kept) => kept === name)) Reflect.deleteProperty(Module, name);
  for (const name of context.behaviours.moduleHelpers) Reflect.set(Module, name, helpers[name]);
}

/** A program that replaces the function is warned, once. */
function defineStat(Module: ModuleConstructor, { context }: ModuleSystem): void {
  const { looks } = context;
  let isWarned = false;
  Object.defineProperty(Module, '_stat', {
    configurable: true,
    get: () => looks.stat,
    set: (stat: unknown) => {
      if (!isWarned) context.warn({ name: 'ExperimentalWarning', message: context.texts.experimentalStat });
      isWarned = true;
      looks.stat = stat;
    },
  });
}

function fromPath(system: ModuleSystem, path: string): Require {
  deprecate(system.context, 'DEP0130', system.context.texts.DEP0130, '');
  const error = notAPathToRequireFrom(system.context, path);
  if (error) throw error;
  return createRequireFromPath(system, path);
}

type InternalNames = Pick<ModuleConstructor, Extract<keyof ModuleConstructor, `_${string}`>>;

function internalNames(system: ModuleSystem): InternalNames {
  const { context } = system;
  return {
    _cache: publicTable(context.behaviours, {}),
    _pathCache: Object.create(null),
    _extensions: createExtensionHandlers(system),
    _load: (request, parent, isMain, options) => load(system, request, parent, isMain, options),
    _resolveFilename: (request, parent, isMain, options) =>
      resolveFilename(isMain ? forEntry(system) : system, request, parent, isMain, options),
    _resolveLookupPaths: (request, parent, isAlone) => shapedLookupPaths(system, request, parent, isAlone),
    _findPath: (request, folders, isMain) =>
      findPath((isMain ? forEntry(system) : system).context, request, folders),
    _nodeModulePaths: (folder) => pathsAbove(system, folder),
    _initPaths: () => initPaths(system),
    _preloadModules: (specifiers) => preloadModules(system, specifiers),
  };
}

function pathsAbove({ context }: ModuleSystem, folder: unknown): string[] {
  if (typeof folder !== 'string') throw notAPath(context, folder);
  return nodeModulesPaths(context, folder);
}

/** The entry has a variable of its own for links. */
function forEntry(system: ModuleSystem): ModuleSystem {
  return { ...system, context: { ...system.context, isForEntry: true } };
}

function initPaths({ context, Module, readEnvironment }: ModuleSystem): void {
  context.globals.environment = { ...readEnvironment() };
  Module.globalPaths = globalFolders({ ...context, trace: undefined });
}

/** Modules that are loaded before the entry; their parent counts as a module in the working folder. */
function preloadModules(system: ModuleSystem, specifiers: unknown): void {
  if (!Array.isArray(specifiers)) return;
  const { Module, context } = system;
  const parent = new Module('internal/preload', null);
  parent.paths = Module._nodeModulePaths(context.paths.workingFolder());
  system.isPreloading = true;
  for (const specifier of specifiers) parent.require(specifier);
  system.isPreloading = false;
}
