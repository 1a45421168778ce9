// The file that a program begins with. In a process of its own, the extension and the package of the entry may say that it is
// imported, and then `require` does not load it.

import { jsonTypeMissing, missingFileExtension, unknownFileExtension } from '../errors/es-module-errors.ts';
import { startAsMain } from '../host/es-modules.ts';
import { javaScriptName } from '../host/strip-types.ts';
import { loadImportedMain } from '../modules/load-module.ts';
import type { ModuleSystem } from '../modules/module-types.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';

/**
 * Loads the entry at an absolute path, and returns its exports, or a promise that it is imported. This is `Module.runMain`. If
 * nobody waits for the promise, an error ends the process.
 */
export function loadEntry(system: ModuleSystem, path: string): unknown {
  const { esModules } = system.context.behaviours;
  if (system.ownsProcess && esModules !== 'are not recognized') {
    const filename = system.Module._findPath(path, null, true);
    if (filename && isImported(system, filename)) return importEntry(system, filename);
  }
  return system.Module._load(path, null, true);
}

/** Loads the entry after other modules were imported: then it is imported too. */
export function loadEntryAfterImports(system: ModuleSystem, path: string): unknown {
  const filename = system.Module._findPath(path, null, true);
  const isCommonJs = filename && !isImported(system, filename) && !system.Module._cache[filename];
  return isCommonJs ? loadImportedMain(system, filename) : loadEntry(system, path);
}

/** Whether it is an ES module by its extension, or belongs to a package of type `module`. */
function isImported({ context }: ModuleSystem, filename: string): boolean {
  const strips = context.behaviours.typeScriptFiles === 'are stripped of types';
  const name = strips ? javaScriptName(filename) : filename;
  if (name.endsWith('.mjs') || isWebAssembly(context, name)) return true;
  return !name.endsWith('.cjs') && lookupPackageScope(context, filename, false, true)?.type === 'module';
}

function notImportable(context: ModuleSystem['context'], filename: string, extension: string): Error {
  const folder = lookupPackageScope(context, filename, false, true)?.folder;
  return extension === '' && folder !== undefined
    ? missingFileExtension(context, filename, folder)
    : unknownFileExtension(context, filename, extension);
}

/** Whether `import` knows by the name of the file that it is WebAssembly. */
function isWebAssembly({ behaviours }: ModuleSystem['context'], name: string): boolean {
  return behaviours.entryOfWebAssembly === 'is imported' && name.endsWith('.wasm');
}

/** Imports a file, or refuses it as `import` does, when the module that runs has ended. */
async function importEntry({ context }: ModuleSystem, filename: string): Promise<void> {
  const { entryWithoutExtension, typeScriptFiles } = context.behaviours;
  const strips = typeScriptFiles === 'are stripped of types';
  const extension = context.paths.extname(strips ? javaScriptName(filename) : filename);
  if (extension === '.json') throw jsonTypeMissing(context, filename);
  const isKnown =
    /^\.m?js$/.test(extension) ||
    (extension === '' && entryWithoutExtension === 'is an ES module') ||
    isWebAssembly(context, extension);
  if (!isKnown) throw notImportable(context, filename, extension);
  await startAsMain(filename);
}
