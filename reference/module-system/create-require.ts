// `require` functions for files that nobody has loaded, as `module.createRequire` gives them.

import { invalidFilename } from '../errors/errors.ts';
import { marksOf } from '../modules/module-marks.ts';
import type { ModuleSystem, Require } from '../modules/module-types.ts';
import { createRequireFunction } from '../modules/require-function.ts';

/** A `require` for an absolute path or a file URL. */
export function createRequire(system: ModuleSystem, filename: unknown): Require {
  if (typeof filename === 'string' && system.context.paths.isAbsolute(filename))
    return createRequireFromPath(system, filename);
  return createRequireFromPath(system, pathOfUrl(system, filename), hrefOf(filename as string | URL));
}

function pathOfUrl({ context }: ModuleSystem, url: unknown): string {
  try {
    return context.paths.toPath(url as string | URL);
  } catch {
    throw invalidFilename(context, url);
  }
}

function hrefOf(url: string | URL): string {
  return typeof url === 'string' ? new URL(url).href : url.href;
}

/**
 * A `require` for a path; what ends in a separator is a folder, but for the first line that has the function.
 * @param url what hooks get for its URL, with the query
 */
export function createRequireFromPath(system: ModuleSystem, path: string, url?: string): Require {
  const { paths, behaviours } = system.context;
  const isFile = behaviours.requireFromPath === 'is for a file';
  const isFolder = !isFile && (path.endsWith('/') || path.endsWith(paths.sep));
  const filename = isFolder ? paths.join(path, 'noop.js') : path;
  const module = new system.Module(filename);
  module.filename = filename;
  if (url !== undefined) marksOf(module).url = url;
  module.paths = system.Module._nodeModulePaths(paths.dirname(filename));
  return createRequireFunction(system, module);
}
