// `require` functions for files that nobody has loaded, as `module.createRequire` gives them.

import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invalidFilename } from '../errors/errors.ts';
import type { ModuleSystem, Require } from '../modules/module-types.ts';
import { createRequireFunction } from '../modules/require-function.ts';

/** A `require` for an absolute path or a file URL. */
export function createRequire(system: ModuleSystem, filename: unknown): Require {
  if (typeof filename === 'string' && isAbsolute(filename)) return createRequireFromPath(system, filename);
  return createRequireFromPath(system, pathOfUrl(system, filename));
}

function pathOfUrl({ context }: ModuleSystem, url: unknown): string {
  try {
    return fileURLToPath(url as string | URL);
  } catch {
    throw invalidFilename(context, url);
  }
}

/** A `require` for a path; what ends in a separator is a folder. */
export function createRequireFromPath(system: ModuleSystem, path: string): Require {
  const filename = /[/\\]$/.test(path) ? join(path, 'noop.js') : path;
  const module = new system.Module(filename);
  module.filename = filename;
  module.paths = system.Module._nodeModulePaths(dirname(filename));
  return createRequireFunction(system, module);
}
