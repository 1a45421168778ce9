// The operation STAT of spec/01-algorithm/2-package-algorithm.md: what is at a path, as `import` looks at it.

import { getSystemErrorMap } from 'node:util';
import type { ResolverContext } from '../context/context.ts';
import { check, checkAbout, note } from '../context/trace.ts';
import { nulAfterFile } from '../errors/errors.ts';
import { type LoaderError, withCode } from '../errors/node-error.ts';

/** STAT: what is at a path. */
export function stat(context: ResolverContext, p: string): 'file' | 'folder' | undefined {
  if (context.behaviours.refusedLook !== 'is passed over') refuseUnreachable(context, p);
  return lookAt(context, p, pathBeforeNul(context, p));
}

function refuseUnreachable(context: ResolverContext, p: string): void {
  // STAT 1: (node 14–16) If P contains the character U+0000, throw an error with the code
  //   `ERR_INVALID_ARG_VALUE`.
  if (checkAbout(context, 'STAT 1', p.includes('\0'), p))
    throw nulAfterFile(context, 'throws ERR_INVALID_ARG_VALUE', p);
  const error = lookErrorOf(context, p);
  // STAT 2: (node 14–16) If the file system refuses to look at P, and not because it does not exist, throw
  //   the error of the file system.
  if (check(context, 'STAT 2', error !== undefined, p)) throw error;
}

/** What the file system is asked for; nothing where it would refuse the path. */
function pathBeforeNul(context: ResolverContext, p: string): string | undefined {
  const nul = p.indexOf('\0');
  if (context.behaviours.nulInImportedPath !== 'ends the path') return nul < 0 ? p : undefined;
  // STAT 3: (node 18+) If P contains the character U+0000, let P be what precedes the first one.
  return checkAbout(context, 'STAT 3', nul >= 0, p) ? p.slice(0, nul) : p;
}

function lookAt(
  context: ResolverContext,
  p: string,
  asked: string | undefined,
): 'file' | 'folder' | undefined {
  const kind = asked === undefined ? undefined : context.files.kindOf(asked);
  // STAT 4: If P is a folder, return `folder`.
  if (check(context, 'STAT 4', kind === 'folder', p)) return 'folder';
  // STAT 5: If P is a file, return `file`.
  if (check(context, 'STAT 5', kind === 'file', p)) return 'file';
  // STAT 6: Return nothing.
  note(context, 'STAT 6', 'missing', p);
  return undefined;
}

/** Why the file system does not look at a path, if there is another reason than that nothing is there. */
function lookErrorOf({ files }: ResolverContext, path: string): LoaderError | undefined {
  if (path.endsWith('/') && files.kindOf(path.slice(0, -1)) === 'file') return statError('ENOTDIR', path);
  try {
    files.realpath(path);
    return undefined;
  } catch (error) {
    const { code } = Object(error);
    return code === 'ENOENT' ? undefined : statError(code, path);
  }
}

function statError(code: string, path: string): LoaderError {
  const [errno, [, reason]] = [...getSystemErrorMap()].find(([, [name]]) => name === code) ?? [0, ['', '']];
  const error = withCode(new Error(`${code}: ${reason}, stat '${path}'`), code);
  return Object.assign(error, { errno, syscall: 'stat', path });
}
