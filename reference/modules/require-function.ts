// The `require` function that a module is given.

import { invalidRequest } from '../errors/errors.ts';
import { create } from './created-properties.ts';
import { foldersOf } from './lookup-paths.ts';
import { resolveWithHooks } from './module-hooks.ts';
import type {
  CommonJsModule,
  ModuleSystem,
  Require,
  RequireResolve,
  ResolveOptions,
} from './module-types.ts';

export function createRequireFunction(system: ModuleSystem, module: CommonJsModule): Require {
  const { Module } = system;
  const require = (specifier: unknown): unknown => module.require(specifier);
  const removed = system.context.behaviours.registerExtension === 'throws' ? { registerExtension } : {};
  return create(system.context.behaviours, require, {
    ...removed,
    resolve: createRequireResolve(system, module),
    main: system.main,
    extensions: Module._extensions,
    cache: Module._cache,
  });
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
  const resolve: RequireResolve = (request, options) => byHooks(system, checked(request), module, options);
  resolve.paths = (request) => foldersOf(Module._resolveLookupPaths(checked(request), module, true));
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
