// From a specifier and the module that requires it to a file, or a core module.

import type { ResolverContext } from '../context/context.ts';
import { invalidPathsOption, notARequest } from '../errors/errors.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';
import { globalFolders } from '../resolve/global-folders.ts';
import type { Referrer } from '../resolve/referrer.ts';
import { requireFrom } from '../resolve/require-from.ts';
import { beginsInFolder } from '../specifiers/specifier-kinds.ts';
import { askedLookupPaths, foldersOf, replacedSearch } from './lookup-paths.ts';
import type { ModuleSystem, Parent, ResolveOptions } from './module-types.ts';
import { foldersWithoutFile, referrerOf } from './referrer-of.ts';

/** The real path or the name of a core module. This is `Module._resolveFilename`. */
export function resolveFilename(
  base: ModuleSystem,
  request: unknown,
  parent: Parent,
  isMain?: boolean,
  options?: ResolveOptions,
): string {
  const system = withConditions(base, options);
  if (typeof request !== 'string') return refuseRequest(system.context, request, parent);
  const given = system.context.core.has(request) ? undefined : pathsOf(system, options);
  const own = referrerOf(system, parent);
  const referrer = given ? withPaths(system, request, own, given) : own;
  const folders = given && ((): readonly string[] => listedAt(system, request, given));
  const search = replacedSearch(system, request, parent, isMain, folders);
  return requireFrom(system.context, request, { ...referrer, search });
}

function withConditions(system: ModuleSystem, options: ResolveOptions | undefined): ModuleSystem {
  const { context } = system;
  const onlyConditions = options?.conditions;
  if (!onlyConditions || !context.behaviours.moduleHelpers.includes('registerHooks')) return system;
  return { ...system, context: { ...context, onlyConditions } };
}

/** Some lines look for the package of the referrer before they look at what is not a specifier. */
function refuseRequest(context: ResolverContext, request: unknown, parent: Parent): never {
  const error = notARequest(context, request);
  const readsScope = context.behaviours.notStringRequest === 'reads the scope' && request != null;
  if (readsScope && parent?.filename) lookupPackageScope(context, parent.filename);
  throw error;
}

/** The folders that a replaced `Module._findPath` gets for these paths: a module at each path is asked for its own. */
function listedAt(system: ModuleSystem, request: string, paths: readonly string[]): readonly string[] {
  const { Module, context } = system;
  const areSearched = context.behaviours.resolvePaths === 'are searched themselves';
  if (!areSearched && startsAtPaths(context, request)) return paths;
  const listed = paths.flatMap((path) => {
    const module = new Module('', null);
    module.paths = Module._nodeModulePaths(path);
    const own = foldersOf(askedLookupPaths(system, request, module)) ?? [];
    return areSearched ? [path, ...own] : own;
  });
  return [...new Set(listed)];
}

function pathsOf({ context }: ModuleSystem, options: ResolveOptions | undefined): string[] | undefined {
  const paths = options?.paths;
  if (context.behaviours.resolvePaths === 'do not exist' || paths === undefined) return undefined;
  if (Array.isArray(paths)) return paths;
  const error = invalidPathsOption(context, paths);
  if (error !== undefined) throw error;
  return undefined;
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
    const folders = startsAtPaths(context, request) ? paths : ['.'];
    return {
      ...referrer,
      baseFolders: startingAt(context, folders),
      searchFolders: () => paths.flatMap(searched),
    };
  }
  const folders = paths.flatMap((path) => [path, ...foldersWithoutFile(system, request)]);
  return {
    ...referrer,
    baseFolders: startingAt(context, folders),
    searchFolders: () => paths.flatMap((path) => [path, ...searched(path)]),
  };
}

/** An absolute specifier starts from the root, whatever folders are given. */
function startingAt({ paths }: ResolverContext, folders: readonly string[]): Referrer['baseFolders'] {
  return (x) => (paths.isAbsolute(x) ? ['/'] : folders);
}

function startsAtPaths(context: ResolverContext, request: string): boolean {
  const { dotsWithPaths } = context.behaviours;
  return (
    beginsInFolder(context, request) || (dotsWithPaths === 'start at each path' && /^\.\.?$/.test(request))
  );
}
