// From a request to the exports of a module that has been evaluated once.

import { notAPath, unknownBuiltin } from '../errors/errors.ts';
import { hasNodeScheme } from '../host/core-modules.ts';
import { beginLinked } from '../host/lent-module.ts';
import { cachedModule, forget, recall, remember, useCached } from './module-cache.ts';
import { askHooksForCore, resolveWithHooks } from './module-hooks.ts';
import { addChild } from './module-tree.ts';
import type { CommonJsModule, ModuleSystem, Parent } from './module-types.ts';
import { settleExports } from './partial-exports.ts';

/** The exports of what a request resolves to: from the cache, from the core, or by evaluating the file now. */
export function load(system: ModuleSystem, request: unknown, parent: Parent, isMain: boolean): unknown {
  const { context, Module } = system;
  const remembered = recall(system, request, parent);
  if (remembered !== undefined) return useCached(system, remembered, parent);
  const isHooked = system.hooks.length > 0;
  if (!isHooked && typeof request === 'string' && hasNodeScheme(context.behaviours, request))
    return loadSchemed(system, request);
  const resolved = resolveWithHooks(system, request, parent, (asked) =>
    Module._resolveFilename(asked, parent, isMain),
  );
  const { filename, isPath } = filenameOf(system, resolved);
  const isCore = isPath && context.core.has(filename);
  const isLookedUp = !isCore || context.behaviours.cacheEntryOfCoreName !== 'is ignored';
  const cached = isLookedUp ? cachedModule(system, filename) : undefined;
  const isLinked = cached !== undefined && beginLinked(Object(cached));
  if (cached !== undefined && !isLinked) return useCached(system, cached, parent);
  if (isCore) {
    askHooksForCore(system, filename);
    return exportsOfCore(system, filename);
  }
  if (!isPath) throw notAPath(context, resolved, 'path');
  if (isLinked) addChild(parent, cached);
  const module = isLinked ? cached : new Module(filename, parent);
  if (isMain) becomeMain(system, module);
  Module._cache[filename] = module;
  remember(system, request, parent, filename);
  evaluateOrForget(system, module, filename);
  return module.exports;
}

/** Evaluates a file as the main module that is imported: its module has no parent. */
export function loadImportedMain(system: ModuleSystem, filename: string): unknown {
  const module = new system.Module(filename);
  becomeMain(system, module);
  if (system.context.behaviours.importedMainId === 'is its path') module.id = filename;
  system.Module._cache[filename] = module;
  evaluateOrForget(system, module, filename);
  return module.exports;
}

/**
 * A program that replaces `Module._resolveFilename` can return something that is not a path. Its text may be in the cache. Lines
 * that have hooks take the text for the path.
 */
function filenameOf({ context }: ModuleSystem, resolved: unknown): { filename: string; isPath: boolean } {
  if (typeof resolved === 'string') return { filename: resolved, isPath: true };
  const { moduleHelpers, nodeScheme, unknownSchemedName } = context.behaviours;
  if (moduleHelpers.includes('registerHooks'))
    return { filename: (resolved as object).toString(), isPath: true };
  // Node 14 looks for the scheme in what it has resolved to.
  const isSearched = nodeScheme === 'names a core module' && unknownSchemedName === 'resolves to itself';
  if (isSearched && (resolved === undefined || resolved === null)) ''.startsWith.call(resolved, 'node:');
  return { filename: String(resolved), isPath: false };
}

/** A core module asked for by `node:` never comes from the cache. */
function loadSchemed(system: ModuleSystem, request: string): unknown {
  if (!system.context.core.has(request)) throw unknownBuiltin(system.context, request);
  return exportsOfCore(system, request);
}

/** The core module `module` is the loader's own. */
function exportsOfCore({ Module, context }: ModuleSystem, name: string): unknown {
  return name === 'module' || name === 'node:module' ? Module : context.core.exportsOf(name);
}

function becomeMain(system: ModuleSystem, module: CommonJsModule): void {
  module.id = '.';
  system.main = module;
  if (system.ownsProcess) Reflect.set(process, 'mainModule', module);
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
