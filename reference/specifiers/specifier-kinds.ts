// The operations of spec/01-algorithm/1-algorithm.md that look at a specifier alone, in the order of the page.

import type { ResolverContext } from '../context/context.ts';
import { checkAbout, noteAbout } from '../context/trace.ts';

/** IS_PATH_SPECIFIER: whether a specifier is a path, as opposed to a bare specifier. */
export function isPathSpecifier(context: ResolverContext, x: string): boolean {
  const { singleDot, twoLeadingDots } = context.behaviours;
  // IS_PATH_SPECIFIER 1: If X is `..`, or begins with `./`, `../` or `/`, return true.
  const isPath = x === '..' || context.paths.isAbsolute(x) || beginsInFolder(context, x);
  if (checkAbout(context, 'IS_PATH_SPECIFIER 1', isPath, x)) return true;
  // IS_PATH_SPECIFIER 2: (locked, node 4+) If X is `.`, return true.
  if (singleDot !== 'is a bare specifier' && checkAbout(context, 'IS_PATH_SPECIFIER 2', x === '.', x))
    return true;
  // IS_PATH_SPECIFIER 3: (node) If X begins with `..`, return true.
  if (
    twoLeadingDots === 'begin a path specifier' &&
    checkAbout(context, 'IS_PATH_SPECIFIER 3', x.startsWith('..'), x)
  )
    return true;
  // IS_PATH_SPECIFIER 4: Return false.
  noteAbout(context, 'IS_PATH_SPECIFIER 4', 'done', x);
  return false;
}

/** Whether a specifier begins with `.` or `..` and what separates names. */
export function beginsInFolder({ paths }: ResolverContext, x: string): boolean {
  return (paths.sep === '/' ? /^\.\.?\// : /^\.\.?[/\\]/).test(x);
}

/** NAMES_FOLDER: whether a specifier ends in a way that only a folder can be meant. */
export function namesFolder(context: ResolverContext, x: string): boolean {
  // NAMES_FOLDER 1: If X ends in `/`, return true.
  if (checkAbout(context, 'NAMES_FOLDER 1', x.endsWith('/'), x)) return true;
  const endsInDots = /(?:^|\/)\.\.?$/.test(x);
  // NAMES_FOLDER 2: (locked, node 10+) If the last segment of X is `.` or `..`, return true.
  if (
    context.behaviours.lastDotSegment === 'names a folder' &&
    checkAbout(context, 'NAMES_FOLDER 2', endsInDots, x)
  )
    return true;
  // NAMES_FOLDER 3: Return false.
  noteAbout(context, 'NAMES_FOLDER 3', 'done', x);
  return false;
}

/** Whether a specifier, applied to a folder, removes a segment of that folder. */
export function leavesFolder({ paths }: ResolverContext, x: string): boolean {
  return !paths.isAbsolute(x) && paths.normalize(x).split(paths.sep)[0] === '..';
}
