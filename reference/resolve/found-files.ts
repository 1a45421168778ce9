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

/** For an absolute specifier the folders do not matter. */
function keyOf({ paths }: ResolverContext, x: string, folders: readonly string[]): string {
  return `${x}\0${paths.isAbsolute(x) ? '' : folders.join('\0')}`;
}
