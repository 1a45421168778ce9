// The cache of a module system: what is asked of it before a module is loaded, and what is noted after.

import { note } from '../context/trace.ts';
import { requireCycle } from '../errors/es-module-errors.ts';
import { addChild, parentOf, removeChild } from './module-tree.ts';
import type { CommonJsModule, ModuleSystem, Parent } from './module-types.ts';
import { exportsOfCached } from './partial-exports.ts';

/** The module that the same request from the same folder has loaded, while it is in the cache. */
export function recall(system: ModuleSystem, request: unknown, parent: Parent): CommonJsModule | undefined {
  const filename = system.remembered.get(`${parent?.path}\0${request}`);
  return filename === undefined ? undefined : cachedModule(system, filename);
}

/** Notes which file a request from a folder has loaded. */
export function remember(system: ModuleSystem, request: unknown, parent: Parent, filename: string): void {
  if (system.context.behaviours.loadedSpecifier === 'is resolved again' || !parent) return;
  system.remembered.set(`${parent.path}\0${request}`, filename);
}

/** The module that the cache has for a file; what a program has put there instead is used like one. */
export function cachedModule(
  { context, Module }: ModuleSystem,
  filename: string,
): CommonJsModule | undefined {
  const entry: CommonJsModule | undefined = Module._cache[filename];
  if (!entry && context.behaviours.falsyCacheEntry === 'counts as deleted') return undefined;
  return entry;
}

/** The exports of a module that is in the cache, which its parent gets as a child. */
export function useCached(system: ModuleSystem, cached: CommonJsModule, parent: Parent): unknown {
  const { context } = system;
  if (context.behaviours.cachedModule === 'becomes a child')
    addChild(context.behaviours, parent, cached, true);
  refuseRunningEsModule(system, cached);
  return exportsOfCached(system, cached);
}

/** An ES module in the cache that has not ended is asked for by what it has asked for itself. */
function refuseRunningEsModule(system: ModuleSystem, cached: CommonJsModule): void {
  const { context, esModules } = system;
  if (cached.loaded || !esModules.has(cached)) return;
  note(context, 'LOAD_ES_MODULE 2.i', 'thrown', cached.id);
  throw requireCycle(context, cached.id, parentOf(system, cached)?.filename ?? undefined);
}

/** Removes a module whose evaluation has failed, and the child of the one that has required it. */
export function forget(system: ModuleSystem, module: CommonJsModule, filename: string, parent: Parent): void {
  // Of a frozen cache a line may not notice that nothing was deleted.
  if (system.context.behaviours.frozenCache === 'throws TypeError') delete system.Module._cache[filename];
  else Reflect.deleteProperty(system.Module._cache, filename);
  if (system.context.behaviours.failedModule !== 'stays a child') removeChild(parent, module);
}
