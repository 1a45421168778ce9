// `Module._findPath`: the file for a specifier in a list of folders, as programs call it.

import type { ResolverContext } from '../context/context.ts';
import { listWithoutLength, notAPath, notASearchedPath, notFolders, notJoined } from '../errors/errors.ts';
import { loadFromDirs } from '../resolve/load-node-modules.ts';
import { loadFromFolders } from '../resolve/require-from.ts';
import { isPathSpecifier } from '../specifiers/specifier-kinds.ts';

/** @param list the folders; programs may give anything, and each line reads it in its own way */
export function findPath(context: ResolverContext, request: unknown, list: unknown): string | false {
  if (typeof request !== 'string') throw notASearchedPath(context, request);
  if (context.paths.isAbsolute(request)) return search(context, request, ['/']) ?? false;
  const listed = valuesOf(context, list);
  const strange = listed.findIndex((value) => typeof value !== 'string');
  const found = search(context, request, (strange < 0 ? listed : listed.slice(0, strange)) as string[]);
  if (found !== undefined || strange < 0) return found ?? false;
  throw context.behaviours.folderNotString === 'throws ERR_INVALID_ARG_TYPE'
    ? notFolders(context, list)
    : notAPath(context, listed[strange], 'path');
}

function search(context: ResolverContext, request: string, folders: readonly string[]): string | undefined {
  return isPathSpecifier(context, request)
    ? loadFromFolders(context, request, folders)
    : loadFromDirs(context, request, folders);
}

/** The values at the indices of a list, which need not be an array. */
function valuesOf({ behaviours }: ResolverContext, list: unknown): unknown[] {
  const isNothing = list === undefined || list === null;
  if (isNothing && behaviours.absentFolders === 'throw TypeError') throw listWithoutLength(list);
  if (!list) return [];
  const { length, join } = list as Partial<Pick<unknown[], 'length' | 'join'>>;
  const isJoined = length !== 0 && length !== 1;
  if (isJoined && behaviours.listWithoutJoin === 'throws TypeError' && typeof join !== 'function')
    throw notJoined();
  return Array.prototype.slice.call(list);
}
