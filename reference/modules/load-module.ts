// Loading: from a resolved file to a module that has been evaluated once.

import { basename, dirname, extname } from 'node:path';
import type { Behaviours } from '../behaviours/behaviours.ts';
import { note } from '../context/trace.ts';
import { unknownBuiltin } from '../errors/errors.ts';
import { requireCycle } from '../errors/package-errors.ts';
import { exportsOfCoreModule, hasNodeScheme } from '../host/core-modules.ts';
import type { CommonJsModule, ModuleSystem } from './module-types.ts';
import { exportsOfCached, settleExports } from './partial-exports.ts';

type Parent = CommonJsModule | null | undefined;

/** The exports of what a request resolves to: from the cache, from the core, or by evaluating the file now. */
export function load(system: ModuleSystem, request: string, parent: Parent, isMain: boolean): unknown {
  const { context, Module } = system;
  const remembered = recall(system, request, parent);
  if (remembered !== undefined) return useCached(system, remembered, parent);
  if (hasNodeScheme(context.behaviours, request)) return loadSchemed(system, request);
  const filename = Module._resolveFilename(request, parent, isMain);
  if (context.behaviours.cacheEntryOfCoreName === 'is ignored' && context.core.has(filename))
    return exportsOfCore(system, filename);
  const cached = cachedModule(system, filename);
  if (cached !== undefined) return useCached(system, cached, parent);
  if (context.core.has(filename)) return exportsOfCore(system, filename);
  const module = new Module(filename, parent);
  if (isMain) becomeMain(system, module);
  Module._cache[filename] = module;
  remember(system, request, parent, filename);
  evaluateOrForget(system, module, filename);
  return module.exports;
}

/** The module that the same request from the same folder has loaded, while it is in the cache. */
function recall(system: ModuleSystem, request: string, parent: Parent): CommonJsModule | undefined {
  const filename = system.remembered.get(`${parent?.path}\0${request}`);
  return filename === undefined ? undefined : cachedModule(system, filename);
}

function remember(system: ModuleSystem, request: string, parent: Parent, filename: string): void {
  if (system.context.behaviours.loadedSpecifier === 'is resolved again' || !parent) return;
  system.remembered.set(`${parent.path}\0${request}`, filename);
}

function cachedModule({ context, Module }: ModuleSystem, filename: string): CommonJsModule | undefined {
  const entry: CommonJsModule | null | undefined = Module._cache[filename];
  if (entry === null && context.behaviours.nullCacheEntry === 'throws TypeError') {
    throw new TypeError(`the entry of ${filename} in the cache is null`);
  }
  return entry ?? undefined;
}

function useCached(system: ModuleSystem, cached: CommonJsModule, parent: Parent): unknown {
  const { context } = system;
  if (context.behaviours.cachedModule === 'becomes a child') addChild(parent, cached);
  refuseRunningEsModule(system, cached);
  return exportsOfCached(system, cached);
}

/** An ES module in the cache that has not ended is asked for by what it has asked for itself. */
function refuseRunningEsModule({ context, esModules }: ModuleSystem, cached: CommonJsModule): void {
  if (cached.loaded || !esModules.has(cached)) return;
  note(context, 'LOAD_ES_MODULE 2.i', 'thrown', cached.id);
  throw requireCycle(cached.id);
}

/** A core module asked for by `node:` never comes from the cache. */
function loadSchemed(system: ModuleSystem, request: string): unknown {
  if (!system.context.core.has(request)) throw unknownBuiltin(request);
  return exportsOfCore(system, request);
}

/** The core module `module` is the loader's own. */
function exportsOfCore({ Module }: ModuleSystem, name: string): unknown {
  return name === 'module' || name === 'node:module' ? Module : exportsOfCoreModule(name);
}

/** Records a child once. */
export function addChild(parent: Parent, child: CommonJsModule): void {
  if (parent?.children && !parent.children.includes(child)) parent.children.push(child);
}

function becomeMain(system: ModuleSystem, module: CommonJsModule): void {
  module.id = '.';
  system.main = module;
  if (system.setsProcessMainModule) Reflect.set(process, 'mainModule', module);
}

function evaluateOrForget(system: ModuleSystem, module: CommonJsModule, filename: string): void {
  let finished = false;
  try {
    module.load(filename);
    finished = true;
  } finally {
    if (finished) settleExports(system, module);
    else forget(system, module, filename);
  }
}

function forget(system: ModuleSystem, module: CommonJsModule, filename: string): void {
  delete system.Module._cache[filename];
  const siblings = module.parent?.children;
  if (system.context.behaviours.failedModule === 'stays a child' || !Array.isArray(siblings)) return;
  const index = siblings.indexOf(module);
  if (index >= 0) siblings.splice(index, 1);
}

/** Gives a file to the handler of its extension. This is `module.load`. */
export function loadFile(system: ModuleSystem, module: CommonJsModule, filename: string): void {
  const { Module, context } = system;
  if (module.loaded) throw new Error(`the module ${module.id} is loaded already`);
  module.filename = filename;
  module.paths = Module._nodeModulePaths(dirname(filename));
  const extension = extensionOf(context.behaviours, filename, (name) => Boolean(Module._extensions[name]));
  const handler = Module._extensions[extension];
  if (handler === undefined) throw new TypeError(`there is no handler for the extension ${extension}`);
  handler(module, filename);
  module.loaded = true;
}

function extensionOf(
  behaviours: Behaviours,
  filename: string,
  isRegistered: (name: string) => boolean,
): string {
  if (behaviours.handlerExtension === 'is the last') {
    return isRegistered(extname(filename)) ? extname(filename) : '.js';
  }
  const name = basename(filename);
  for (let dot = name.indexOf('.', 1); dot > 0; dot = name.indexOf('.', dot + 1)) {
    if (isRegistered(name.slice(dot))) return name.slice(dot);
  }
  return '.js';
}
