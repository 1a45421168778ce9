// The handlers of the three extensions that a loader starts with.

import type { ResolverContext } from '../context/context.ts';
import { withoutByteOrderMark } from '../host/file-system.ts';
import { loadSource } from '../modules/module-hooks.ts';
import type { CommonJsModule, ExtensionHandler, ModuleSystem } from '../modules/module-types.ts';
import { publicTable } from '../modules/public-table.ts';
import { loadAsJavaScript } from './load-as-javascript.ts';
import { parseJson } from './parse-json.ts';

/** `require.extensions` of a new loader, in the order in which the extensions are tried. */
export function createExtensionHandlers(system: ModuleSystem): Record<string, ExtensionHandler> {
  const { context } = system;
  return publicTable<ExtensionHandler>(context.behaviours, {
    '.js': (module, filename) => loadAsJavaScript(system, module, filename),
    '.json': (module, filename) => loadJson(system, module, filename),
    '.node': (module, filename) => loadAddon(context, module, filename),
  });
}

function loadJson(system: ModuleSystem, module: CommonJsModule, filename: string): void {
  const { context } = system;
  const { source: text } = loadSource(system, module, filename, 'json');
  try {
    module.exports = parseJson(withoutByteOrderMark(text), context.behaviours);
  } catch (error) {
    if (error instanceof Error) error.message = `${filename}: ${error.message}`;
    throw error;
  }
}

function loadAddon(context: ResolverContext, module: CommonJsModule, filename: string): void {
  try {
    process.dlopen(module, filename);
  } catch (error) {
    if (context.behaviours.addonError === 'has no code') Reflect.deleteProperty(Object(error), 'code');
    throw error;
  }
}
