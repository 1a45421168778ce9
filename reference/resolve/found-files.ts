// The files that REQUIRE and LOAD_NODE_MODULES of spec/01-algorithm/1-algorithm.md have found, by specifier and folders. Programs
// know the table as `Module._pathCache`.

import type { ResolverContext } from '../context/context.ts';
import { checkAbout } from '../context/trace.ts';

/** The file that these folders had for a specifier, whether or not it is still there. */
export function foundBefore(
  context: ResolverContext,
  step: string,
  x: string,
  folders: readonly string[],
): string | undefined {
  const found = context.foundFiles()[keyOf(context, x, folders)];
  return checkAbout(context, step, Boolean(found), x) ? found : undefined;
}

/** @returns the file */
export function rememberFound(
  context: ResolverContext,
  x: string,
  folders: readonly string[],
  found: string,
): string {
  context.foundFiles()[keyOf(context, x, folders)] = found;
  return found;
}

/** The keys of what packages have under their own names. */
const ownKeys = new WeakMap<object, Set<string>>();

/** Remembers what a package has under its own name: who searches the same folders for it gets that, too. */
export function rememberOwn(
  context: ResolverContext,
  x: string,
  folders: readonly string[],
  found: string,
): string {
  const table = context.foundFiles();
  const keys = ownKeys.get(table) ?? new Set();
  ownKeys.set(table, keys.add(keyOf(context, x, folders)));
  return rememberFound(context, x, folders, found);
}

/** What a package had under its own name when one of its files searched the same folders. */
export function ownBefore(
  context: ResolverContext,
  step: string,
  x: string,
  folders: () => readonly string[],
): string | undefined {
  const table = context.foundFiles();
  const keys = ownKeys.get(table);
  const key = keys === undefined ? undefined : keyOf(context, x, folders());
  const found = key !== undefined && keys?.has(key) ? table[key] : undefined;
  return checkAbout(context, step, Boolean(found), x) ? found : undefined;
}

/** For an absolute specifier the folders do not matter. */
function keyOf({ behaviours, paths }: ResolverContext, x: string, folders: readonly string[]): string {
  if (behaviours.foundFileKey === 'is a JSON text')
    return JSON.stringify({ request: x, paths: paths.isAbsolute(x) ? [''] : folders });
  return `${x}\0${paths.isAbsolute(x) ? '' : folders.join('\0')}`;
}
