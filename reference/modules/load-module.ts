// From a request to the exports of a module that has been evaluated once.

import { notAPath, unknownBuiltin } from '../errors/errors.ts';
import { hasNodeScheme } from '../host/core-modules.ts';
import { readModuleText } from '../host/file-system.ts';
import { takeLinkedSource } from '../host/host-hooks.ts';
import { beginLinked } from '../host/lent-module.ts';
import { reportOnce } from '../host/linked-errors.ts';
import { cachedModule, forget, recall, remember, useCached } from './module-cache.ts';
import { loadCoreWithHooks, type Place, resolveWithHooks, textOf } from './module-hooks.ts';
import { marksOf } from './module-marks.ts';
import { addChild } from './module-tree.ts';
import type {
  CommonJsModule,
  Loaded,
  LoadOptions,
  ModuleSystem,
  Parent,
  ResolveOptions,
} from './module-types.ts';
import { settleExports } from './partial-exports.ts';

/** The exports of what a request resolves to: from the cache, from the core, or by evaluating the file now. */
export function load(
  system: ModuleSystem,
  request: unknown,
  parent: Parent,
  isMain: boolean | undefined,
  options?: LoadOptions,
): unknown {
  const remembered = recall(system, request, parent);
  if (remembered !== undefined) return useCached(system, remembered, parent);
  const place = placeOf(system, request, parent, isMain, options);
  const isAtOnce = isSchemed(system, request) && (place.url === undefined || place.url === request);
  const changed = isAtOnce ? loadCoreWithHooks(system, String(place.filename), place) : undefined;
  if (isAtOnce && !changed) return exportsOfCore(system, request);
  return loadPlace(system, { request, parent, isMain, options, place, changed });
}

/** A request that has been resolved. */
interface Resolution {
  readonly request: unknown;
  readonly parent: Parent;
  readonly isMain: boolean | undefined;
  readonly options: LoadOptions | undefined;
  readonly place: Place;
  /** What hooks have given in the place of a core module. */
  readonly changed: Loaded | undefined;
}

function loadPlace(system: ModuleSystem, resolution: Resolution): unknown {
  const { context, Module } = system;
  const { place, request, parent, isMain, options } = resolution;
  const { filename, isPath } = filenameOf(system, place.filename);
  const isCore = isPath && context.core.has(filename);
  const ignoresCache = isCore && context.behaviours.cacheEntryOfCoreName === 'is ignored';
  const cached = resolution.changed || ignoresCache ? undefined : cachedModule(system, filename);
  const isLinked = cached !== undefined && beginLinked(Object(cached));
  if (cached !== undefined && !isLinked) return useCached(system, cached, parent);
  const changed = resolution.changed ?? (isCore ? loadCoreWithHooks(system, filename, place) : undefined);
  if (isCore && !changed) return exportsOfCore(system, filename);
  if (!isPath) throw notAPath(context, place.filename, 'path');
  if (isLinked) addChild(context.behaviours, parent, cached, true);
  const module = isLinked ? cached : new Module(filename, parent);
  if (isLinked) noteLinkedMarks(system, module, filename, place, options);
  else noteMarks(module, place, changed);
  if (isMain) becomeMain(system, module);
  noteInCache(system, filename, module);
  remember(system, request, parent, filename);
  if (isLinked) evaluateLinked(system, module, filename, parent);
  else evaluateOrForget(system, module, filename, parent);
  return module.exports;
}

function isSchemed({ context }: ModuleSystem, request: unknown): request is string {
  return typeof request === 'string' && hasNodeScheme(context.behaviours, request);
}

/** What a request resolves to: for a linked module the host knows it. */
function placeOf(
  system: ModuleSystem,
  request: unknown,
  parent: Parent,
  isMain: boolean | undefined,
  options: LoadOptions | undefined,
): Place {
  const { context, Module } = system;
  if (options?.resolved !== undefined) return options.resolved;
  // Programs that replace `Module._resolveFilename` see how many arguments it gets.
  const byLoader = (asked: unknown, more?: ResolveOptions): string => {
    switch (context.behaviours.loadArguments) {
      case 'are two':
        return Module._resolveFilename(asked, parent);
      case 'are three':
        return Module._resolveFilename(asked, parent, isMain);
      case 'are four':
        return Module._resolveFilename(asked, parent, isMain, more);
    }
  };
  const isHooked = system.hooks.length > 0 && !options?.shouldSkipModuleHooks;
  if (isHooked) return resolveWithHooks(system, request, parent, byLoader);
  if (!isSchemed(system, request)) return { filename: byLoader(request) };
  if (!context.core.has(request)) throw unknownBuiltin(context, request);
  return { filename: request.slice('node:'.length), url: request, format: 'builtin' };
}

/** What hooks have said of a module, which counts when it is loaded. */
function noteMarks(module: CommonJsModule, { url, format }: Place, changed: Loaded | undefined): void {
  const marks = marksOf(module);
  marks.url = url;
  marks.format = changed?.format ?? format;
  if (changed) marks.source = textOf(changed.source);
}

/** Of a linked module hooks are not asked again: its text is what they have given, or what is in its file. */
function noteLinkedMarks(
  { hooks, context }: ModuleSystem,
  module: CommonJsModule,
  filename: string,
  { url, format }: Place,
  options: LoadOptions | undefined,
): void {
  const marks = marksOf(module);
  const source = takeLinkedSource(filename) ?? options?.source;
  if (source !== undefined && source !== null) marks.source ??= textOf(source);
  if (options?.source !== undefined) {
    marks.url ??= url;
    marks.format ??= format;
  }
  if (hooks.length > 0) marks.source ??= readModuleText(context.files, filename);
}

/** Evaluates a file as the main module that is imported: its module has no parent. */
export function loadImportedMain(system: ModuleSystem, filename: string): unknown {
  const module = new system.Module(filename);
  becomeMain(system, module);
  if (system.context.behaviours.importedMainId === 'is its path') module.id = filename;
  system.Module._cache[filename] = module;
  evaluateOrForget(system, module, filename, undefined);
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

/** The core module `module` is the loader's own. */
function exportsOfCore({ Module, context }: ModuleSystem, name: string): unknown {
  return name === 'module' || name === 'node:module' ? Module : context.core.exportsOf(name);
}

function becomeMain(system: ModuleSystem, module: CommonJsModule): void {
  module.id = '.';
  system.main = module;
  if (system.ownsProcess) Reflect.set(process, 'mainModule', module);
}

function evaluateLinked(
  system: ModuleSystem,
  module: CommonJsModule,
  filename: string,
  parent: Parent,
): void {
  try {
    evaluateOrForget(system, module, filename, parent);
  } catch (error) {
    if (system.context.behaviours.importedError === 'rejects the import') reportOnce(error);
    throw error;
  }
}

/** Lines whose code is not strict do not notice that a program has frozen the cache. */
function noteInCache({ Module, context }: ModuleSystem, filename: string, module: CommonJsModule): void {
  if (context.behaviours.frozenCache === 'throws TypeError') Module._cache[filename] = module;
  else Reflect.set(Module._cache, filename, module);
}

function evaluateOrForget(
  system: ModuleSystem,
  module: CommonJsModule,
  filename: string,
  parent: Parent,
): void {
  let finished = false;
  try {
    module.load(filename);
    finished = true;
  } finally {
    if (finished) settleExports(system, module);
    else forget(system, module, filename, parent);
  }
}
