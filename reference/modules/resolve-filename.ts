// From a module that requires to the referrer that the algorithm starts from, with the operation BASE_FOLDERS of
// spec/01-algorithm/1-algorithm.md.

import { dirname, isAbsolute } from 'node:path';
import type { Behaviours } from '../behaviours/behaviours.ts';
import { isPresent } from '../context/kinds.ts';
import { check, checkIs, noteAbout } from '../context/trace.ts';
import { invalidPathsOption, requestWithoutMethods } from '../errors/errors.ts';
import { hasNodeScheme } from '../host/core-modules.ts';
import { globalFolders } from '../resolve/global-folders.ts';
import type { Referrer } from '../resolve/referrer.ts';
import { requireFrom } from '../resolve/require-from.ts';
import { isPathSpecifier } from '../specifiers/specifier-kinds.ts';
import type { ModuleSystem, Parent, ResolveOptions } from './module-types.ts';

/** The real path or the name of a core module. This is `Module._resolveFilename`. */
export function resolveFilename(
  system: ModuleSystem,
  request: unknown,
  parent: Parent,
  options?: ResolveOptions,
): string {
  if (typeof request !== 'string') throw requestWithoutMethods();
  const given = pathsOf(system, options);
  const referrer = referrerOf(system, parent);
  return requireFrom(system.context, request, given ? withPaths(system, request, referrer, given) : referrer);
}

function pathsOf({ context }: ModuleSystem, options: ResolveOptions | undefined): string[] | undefined {
  const paths = options?.paths;
  if (context.behaviours.resolvePaths === 'do not exist' || paths === undefined) return undefined;
  if (Array.isArray(paths)) return paths;
  const error = invalidPathsOption(context, paths);
  if (error !== undefined) throw error;
  return undefined;
}

/** The folders in which a request is looked for; null for a core module. */
export function lookupPaths(system: ModuleSystem, request: unknown, parent: Parent): string[] | null {
  if (typeof request !== 'string') throw requestWithoutMethods();
  if (isCoreWithoutPaths(system, request)) return null;
  const referrer = referrerOf(system, parent);
  if (isPathSpecifier(system.context, request) && !isAbsolute(request)) {
    const folders = referrer.baseFolders(request);
    if (request !== '.' || system.context.behaviours.singleDot !== 'is a path specifier, then a bare one')
      return [...folders];
    return [...folders, ...referrer.searchFolders(), ...globalFolders(system.context)];
  }
  return [...referrer.searchFolders(), ...globalFolders(system.context)];
}

function isCoreWithoutPaths({ context }: ModuleSystem, request: string): boolean {
  const isListed =
    context.behaviours.pathsOfSchemedName === 'are listed' && hasNodeScheme(context.behaviours, request);
  return context.core.has(request) && !isListed;
}

function referrerOf(system: ModuleSystem, parent: Parent): Referrer {
  const filename = parent?.filename || undefined;
  // A module without an id has no file of its own, such as the one in which `node --eval` runs.
  const base = parent?.id ? filename : undefined;
  return {
    filename,
    baseFolders: (x) => baseFolders(system, x, base),
    searchFolders: () => parent?.paths ?? [],
    requireStack: () => requireStack(parent),
  };
}

/** BASE_FOLDERS: the folders from which a path specifier starts. */
function baseFolders(system: ModuleSystem, x: string, y: string | undefined): string[] {
  const { context } = system;
  // BASE_FOLDERS 1: If X begins with `/`, return a list of the root.
  if (check(context, 'BASE_FOLDERS 1', isAbsolute(x), x)) return ['/'];
  // BASE_FOLDERS 2: If there is a Y, return a list of the folder of Y.
  if (checkIs(context, 'BASE_FOLDERS 2', y, isPresent, y)) return [dirname(y)];
  return foldersWithoutFile(system, x);
}

function foldersWithoutFile({ Module, context }: ModuleSystem, x: string): string[] {
  switch (context.behaviours.moduleWithoutFile) {
    case 'searches node_modules, then the current folder':
      // BASE_FOLDERS 3: (locked, node 0.10–4) Return the list NODE_MODULES_PATHS(the working folder), the
      //   working folder, and the list GLOBAL_FOLDERS().
      noteAbout(context, 'BASE_FOLDERS 3', 'done', x);
      return [...Module._nodeModulePaths('.'), '.', ...globalFolders(context)];
    case 'searches the current folder, then node_modules':
      // BASE_FOLDERS 4: (node 6–10) Return a list of the working folder, the list NODE_MODULES_PATHS(the
      //   working folder), and the list GLOBAL_FOLDERS().
      noteAbout(context, 'BASE_FOLDERS 4', 'done', x);
      return ['.', ...Module._nodeModulePaths('.'), ...globalFolders(context)];
    case 'starts at the current folder':
      // BASE_FOLDERS 5: (node 12+) Return a list of the working folder.
      noteAbout(context, 'BASE_FOLDERS 5', 'done', x);
      return ['.'];
  }
}

function requireStack(parent: Parent): string[] {
  const stack: string[] = [];
  for (let cursor = parent; cursor; cursor = cursor.parent) stack.push(cursor.filename ?? cursor.id);
  return stack;
}

/** A referrer as `require.resolve(request, { paths })` wants it. */
function withPaths(
  system: ModuleSystem,
  request: string,
  referrer: Referrer,
  paths: readonly string[],
): Referrer {
  const { Module, context } = system;
  const searched = (path: string): string[] => [...Module._nodeModulePaths(path), ...globalFolders(context)];
  if (context.behaviours.resolvePaths === 'are starting points') {
    const folders = startsAtPaths(context.behaviours, request) ? paths : ['.'];
    return { ...referrer, baseFolders: startingAt(folders), searchFolders: () => paths.flatMap(searched) };
  }
  const folders = paths.flatMap((path) => [path, ...foldersWithoutFile(system, request)]);
  return {
    ...referrer,
    baseFolders: startingAt(folders),
    searchFolders: () => paths.flatMap((path) => [path, ...searched(path)]),
  };
}

/** An absolute specifier starts from the root, whatever folders are given. */
function startingAt(folders: readonly string[]): Referrer['baseFolders'] {
  return (x) => (isAbsolute(x) ? ['/'] : folders);
}

function startsAtPaths({ dotsWithPaths }: Behaviours, request: string): boolean {
  return /^\.\.?\//.test(request) || (dotsWithPaths === 'start at each path' && /^\.\.?$/.test(request));
}
