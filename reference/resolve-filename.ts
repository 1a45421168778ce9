// From a module that asks to the referrer that the algorithm starts from.

import { dirname, isAbsolute } from 'node:path';
import { type Referrer, requireFrom } from './algorithm.ts';
import type { Behaviours } from './behaviours.ts';
import { isPathSpecifier } from './candidate.ts';
import { hasNodeScheme } from './core-modules.ts';
import { invalidPathsOption, invalidRequest } from './errors.ts';
import type { CommonJsModule, ModuleSystem, ResolveOptions } from './module-types.ts';

/** The real path or the name of a core module. This is `Module._resolveFilename`. */
export function resolveFilename(
  system: ModuleSystem,
  request: unknown,
  parent: CommonJsModule | null | undefined,
  options?: ResolveOptions,
): string {
  if (typeof request !== 'string') throw invalidRequest(system.context.behaviours, request);
  const given = pathsOf(system, options);
  const referrer = referrerOf(system, parent);
  return requireFrom(system.context, request, given ? withPaths(system, request, referrer, given) : referrer);
}

function pathsOf({ context }: ModuleSystem, options: ResolveOptions | undefined): string[] | undefined {
  const paths = options?.paths;
  if (context.behaviours.resolvePaths === 'do not exist' || paths === undefined) return undefined;
  if (Array.isArray(paths)) return paths;
  const error = invalidPathsOption(context.behaviours, paths);
  if (error !== undefined) throw error;
  return undefined;
}

/** The folders in which a request is looked for; null for a core module. */
export function lookupPaths(
  system: ModuleSystem,
  request: unknown,
  parent: CommonJsModule | null | undefined,
): string[] | null {
  if (typeof request !== 'string') throw invalidRequest(system.context.behaviours, request);
  if (isCoreWithoutPaths(system, request)) return null;
  const referrer = referrerOf(system, parent);
  if (isPathSpecifier(system.context.behaviours, request) && !isAbsolute(request))
    return [...referrer.folders];
  return [...referrer.searchFolders(), ...system.context.globalFolders()];
}

function isCoreWithoutPaths({ context }: ModuleSystem, request: string): boolean {
  const isListed =
    context.behaviours.pathsOfSchemedName === 'are listed' && hasNodeScheme(context.behaviours, request);
  return context.core.has(request) && !isListed;
}

function referrerOf(system: ModuleSystem, parent: CommonJsModule | null | undefined): Referrer {
  const filename = parent?.filename ?? undefined;
  return {
    filename,
    folders: filename === undefined ? foldersWithoutFile(system) : [dirname(filename)],
    searchFolders: () => parent?.paths ?? [],
    requireStack: () => requireStack(parent),
  };
}

/** Where a path starts when there is no file that asks. */
function foldersWithoutFile({ Module, context }: ModuleSystem): string[] {
  switch (context.behaviours.moduleWithoutFile) {
    case 'searches node_modules, then the current folder':
      return [...Module._nodeModulePaths('.'), '.', ...context.globalFolders()];
    case 'searches the current folder, then node_modules':
      return ['.', ...Module._nodeModulePaths('.'), ...context.globalFolders()];
    case 'starts at the current folder':
      return ['.'];
  }
}

function requireStack(parent: CommonJsModule | null | undefined): string[] {
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
  const searched = (path: string): string[] => [...Module._nodeModulePaths(path), ...context.globalFolders()];
  if (context.behaviours.resolvePaths === 'are starting points') {
    const folders = startsAtPaths(context.behaviours, request) ? paths : ['.'];
    return { ...referrer, folders, searchFolders: () => paths.flatMap(searched) };
  }
  const folders = paths.flatMap((path) => [path, ...foldersWithoutFile(system)]);
  return { ...referrer, folders, searchFolders: () => paths.flatMap((path) => [path, ...searched(path)]) };
}

function startsAtPaths({ dotsWithPaths }: Behaviours, request: string): boolean {
  return /^\.\.?\//.test(request) || (dotsWithPaths === 'start at each path' && /^\.\.?$/.test(request));
}
