// From a file to the handler that evaluates it.

import type { ResolverContext } from '../context/context.ts';
import { loadedAlready } from '../errors/errors.ts';
import { noteExports } from '../host/lent-module.ts';
import { marksOf } from './module-marks.ts';
import type { CommonJsModule, ExtensionHandler, ModuleSystem } from './module-types.ts';

/** Gives a file to the handler of its extension. This is `module.load`. */
export function loadFile(system: ModuleSystem, module: CommonJsModule, filename: string): void {
  const { Module, context } = system;
  if (module.loaded) throw loadedAlready(context);
  if (context.behaviours.loadedPlace === 'is kept') {
    module.filename ??= filename;
    module.paths ??= Module._nodeModulePaths(context.paths.dirname(filename));
  } else {
    module.filename = filename;
    module.paths = Module._nodeModulePaths(context.paths.dirname(filename));
  }
  const extension =
    extensionByHooks(system, module) ??
    extensionOf(context, filename, (name) => Boolean(Module._extensions[name]));
  // The handler is a method of the table, and a program may have put there what can't be called.
  const { _extensions } = Module as { _extensions: Record<string, ExtensionHandler> };
  (_extensions[extension] as ExtensionHandler)(module, filename);
  module.loaded = true;
  noteExports(module);
}

/** The extension whose handler takes a format that is known already. */
function extensionByHooks(
  { context }: ModuleSystem,
  module: CommonJsModule,
): '.js' | '.json' | '.node' | undefined {
  const { format } = marksOf(module);
  if (format === undefined || !context.behaviours.moduleHelpers.includes('registerHooks')) return undefined;
  if (format === 'addon') return '.node';
  return format === 'json' ? '.json' : '.js';
}

function extensionOf(
  { behaviours, paths }: ResolverContext,
  filename: string,
  isRegistered: (name: string) => boolean,
): string {
  if (behaviours.handlerExtension === 'is the last') {
    const extension = paths.extname(filename) || '.js';
    return isRegistered(extension) ? extension : '.js';
  }
  const name = paths.basename(filename);
  for (let dot = name.indexOf('.', 1); dot > 0; dot = name.indexOf('.', dot + 1)) {
    if (isRegistered(name.slice(dot))) return name.slice(dot);
  }
  return '.js';
}
