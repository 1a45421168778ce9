// The `require` function that a module is given.

import { invalidRequest } from '../errors/errors.ts';
import { create } from './created-properties.ts';
import { foldersOf } from './lookup-paths.ts';
import type { CommonJsModule, ModuleSystem, Require, RequireResolve } from './module-types.ts';

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

function createRequireResolve({ context, Module }: ModuleSystem, module: CommonJsModule): RequireResolve {
  if (context.behaviours.resolvePaths === 'do not exist')
    return (request) => Module._resolveFilename(request, module);
  const checked = (request: unknown): unknown => {
    const error = invalidRequest(context, request);
    if (error !== undefined) throw error;
    return request;
  };
  const resolve: RequireResolve = (request, options) =>
    Module._resolveFilename(checked(request), module, false, options);
  resolve.paths = (request) => foldersOf(Module._resolveLookupPaths(checked(request), module, true));
  return resolve;
}
