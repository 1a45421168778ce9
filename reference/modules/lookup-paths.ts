// The folders in which a specifier is looked for, as programs see and replace them.

import { conditionsOf, type ResolverContext } from '../context/context.ts';
import { requestWithoutMethods } from '../errors/errors.ts';
import { hasNodeScheme } from '../host/core-modules.ts';
import { globalFolders } from '../resolve/global-folders.ts';
import type { Referrer } from '../resolve/referrer.ts';
import { isPathSpecifier } from '../specifiers/specifier-kinds.ts';
import type { LookupPaths, ModuleSystem, Parent } from './module-types.ts';
import { referrerOf } from './referrer-of.ts';

/**
 * The folders in the shape of the line. This is `Module._resolveLookupPaths`.
 * @param isAlone whether the caller wants nothing but the folders, in lines that ask
 */
export function shapedLookupPaths(
  system: ModuleSystem,
  request: unknown,
  parent: Parent,
  isAlone?: boolean,
): LookupPaths {
  const x = textOf(system.context, request);
  const folders = lookupPaths(system, x, parent);
  switch (system.context.behaviours.lookupPaths) {
    case 'come second':
      return [x, folders ?? []];
    case 'come second, if not asked for alone':
      return isAlone ? folders : [x, folders ?? []];
    case 'are returned alone':
      return folders;
  }
}

/** What `Module._resolveLookupPaths` returns, which a program may have replaced: only some lines give it a third argument. */
export function askedLookupPaths(
  { Module, context }: ModuleSystem,
  request: unknown,
  parent: Parent,
): LookupPaths {
  if (context.behaviours.lookupPaths === 'come second, if not asked for alone')
    return Module._resolveLookupPaths(request, parent, true);
  return Module._resolveLookupPaths(request, parent);
}

/** Lines that no longer call methods of the request take anything but `undefined` and `null` for its text. */
function textOf({ behaviours }: ResolverContext, request: unknown): string {
  const isTaken =
    behaviours.notStringRequest !== 'throws TypeError' && request !== undefined && request !== null;
  if (typeof request !== 'string' && !isTaken) throw requestWithoutMethods();
  return `${request}`;
}

/** Only the folders of what `Module._resolveLookupPaths` returns. */
export function foldersOf(given: LookupPaths): string[] | null {
  return given !== null && Array.isArray(given[1]) ? given[1] : (given as string[] | null);
}

/**
 * How a file is looked for if a program has replaced `Module._resolveLookupPaths` or `Module._findPath`. The first is called now.
 * @param folders those of `require.resolve`, if it has the option `paths`
 */
export function replacedSearch(
  system: ModuleSystem,
  request: string,
  parent: Parent,
  isMain: boolean | undefined,
  folders?: () => readonly string[],
): Referrer['search'] {
  const { Module, context, ownLookups } = system;
  const isOwn =
    Module._findPath === ownLookups._findPath &&
    Module._resolveLookupPaths === ownLookups._resolveLookupPaths;
  if (isOwn || context.core.has(request)) return undefined;
  const listed = folders?.() ?? searchedIn(context, askedLookupPaths(system, request, parent));
  return () => foundBy(system, request, listed, isMain) || undefined;
}

/** Programs that replace `Module._findPath` see how many arguments it gets. */
function foundBy(
  { Module, context }: ModuleSystem,
  request: string,
  folders: unknown,
  isMain: boolean | undefined,
): string | false {
  switch (context.behaviours.findPathArguments) {
    case 'are two':
      return Module._findPath(request, folders);
    case 'are three':
      return Module._findPath(request, folders, isMain);
    case 'are four':
      return Module._findPath(request, folders, isMain, false);
    case 'are four, with the conditions':
      return Module._findPath(
        request,
        folders,
        isMain,
        new Set(context.onlyConditions ?? conditionsOf(context)),
      );
  }
}

/** A program's own function may return anything; each line takes it for what its own returns. */
function searchedIn({ behaviours }: ResolverContext, given: unknown): unknown {
  return behaviours.lookupPaths === 'come second' ? (given as unknown[])[1] : given;
}

/** The folders in which a request is looked for; null for a core module. */
function lookupPaths(system: ModuleSystem, request: string, parent: Parent): string[] | null {
  if (isCoreWithoutPaths(system, request)) return null;
  const referrer = referrerOf(system, parent);
  if (isPathSpecifier(system.context, request) && !system.context.paths.isAbsolute(request)) {
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
