// The handlers of the three extensions that a loader starts with.

import type { ResolverContext } from './context.ts';
import { readText, withoutByteOrderMark } from './file-system.ts';
import { parseJson } from './json.ts';
import type { CommonJsModule, ExtensionHandler } from './module-types.ts';
import { lookupPackageScope } from './package-scope.ts';

/** `require.extensions` of a new loader, in the order in which the extensions are tried. */
export function createExtensionHandlers(at: ResolverContext): Record<string, ExtensionHandler> {
  const handlers: Record<string, ExtensionHandler> = {
    '.js': (module, filename) => loadJavaScript(at, module, filename),
    '.json': (module, filename) => loadJson(at, module, filename),
    '.node': (module, filename) => loadAddon(at, module, filename),
  };
  return at.behaviours.cachePrototype === 'null' ? Object.assign(Object.create(null), handlers) : handlers;
}

function loadJavaScript(at: ResolverContext, module: CommonJsModule, filename: string): void {
  if (at.behaviours.packageMaps && filename.endsWith('.js')) lookupPackageScope(at, filename);
  const text = readText(at.files, filename);
  const keepsMark = at.behaviours.shebangAfterByteOrderMark === 'SyntaxError';
  module._compile(keepsMark ? text : withoutByteOrderMark(text), filename);
}

function loadJson(at: ResolverContext, module: CommonJsModule, filename: string): void {
  const text = readText(at.files, filename);
  try {
    module.exports = parseJson(withoutByteOrderMark(text), at.behaviours);
  } catch (error) {
    if (error instanceof Error) error.message = `${filename}: ${error.message}`;
    throw error;
  }
}

function loadAddon(at: ResolverContext, module: CommonJsModule, filename: string): void {
  try {
    process.dlopen(module, filename);
  } catch (error) {
    if (at.behaviours.addonErrorCode === 'none') Reflect.deleteProperty(Object(error), 'code');
    throw error;
  }
}
