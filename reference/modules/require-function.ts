// The `require` function that a module is given.

import { invalidRequest } from '../errors/errors.ts';
import { create } from './created-properties.ts';
import { askedLookupPaths, foldersOf } from './lookup-paths.ts';
import { resolveWithHooks } from './module-hooks.ts';
import type {
  CommonJsModule,
  ModuleSystem,
  Require,
  RequireResolve,
  ResolveOptions,
} from './module-types.ts';

export function createRequireFunction(system: ModuleSystem, module: CommonJsModule): Require {
  const { Module, context } = system;
  const require = named('require', requireFrom) as Require;
  require.resolve = createRequireResolve(system, module);
  create(context.behaviours, require, { main: system.main });
  require.extensions = Module._extensions;
  const { registerExtension: removed } = context.behaviours;
  if (removed === 'throws') Reflect.set(require, 'registerExtension', registerExtension);
  require.cache = Module._cache;
  if (removed === 'throws, and comes last') Reflect.set(require, 'registerExtension', registerExtension);
  return require;

  // Programs write `new require('events')`, too.
  function requireFrom(specifier: unknown): unknown {
    return module.require(specifier);
  }
}

/** Bundlers rename functions, and programs see their names. */
function named<T extends object>(name: string, func: T): T {
  return Object.defineProperty(func, 'name', { value: name, configurable: true });
}

function registerExtension(): never {
  throw new Error('require.registerExtension() removed. Use require.extensions instead.');
}

function createRequireResolve(system: ModuleSystem, module: CommonJsModule): RequireResolve {
  const { context, Module } = system;
  if (context.behaviours.resolvePaths === 'do not exist')
    return (request) => Module._resolveFilename(request, module);
  const checked = (request: unknown): unknown => {
    const error = invalidRequest(context, request);
    if (error !== undefined) throw error;
    return request;
  };
  const resolve: RequireResolve = named('resolve', (request: unknown, options?: ResolveOptions) =>
    byHooks(system, checked(request), module, options),
  );
  resolve.paths = named('paths', (request: unknown) =>
    foldersOf(askedLookupPaths(system, checked(request), module)),
  );
  return resolve;
}

function byHooks(
  system: ModuleSystem,
  request: unknown,
  module: CommonJsModule,
  options: ResolveOptions = {},
): string {
  const { Module, context } = system;
  if (typeof request !== 'string' || context.behaviours.hooks === 'are asked by require')
    return Module._resolveFilename(request, module, false, options);
  const { url, filename } = resolveWithHooks(
    system,
    request,
    module,
    (asked, more) => Module._resolveFilename(asked, module, false, more),
    options,
  );
  return url === request && request.startsWith('node:') ? url : (filename as string);
}
