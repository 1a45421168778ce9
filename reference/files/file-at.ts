// The operation FILE_AT of spec/01-algorithm/1-algorithm.md: the only look for a file that is to be found.

import type { ResolverContext } from '../context/context.ts';
import { check, checkAbout, note, noteAbout } from '../context/trace.ts';
import { nulAfterFile } from '../errors/errors.ts';

/** FILE_AT: the real path of the file at a path, if there is one. */
export function fileAt(context: ResolverContext, x: string): string | undefined {
  const { nulAfterFile: fate } = context.behaviours;
  const nul = x.indexOf('\0');
  const isCut = nul >= 0 && context.looks.isFile(x.slice(0, nul));
  // FILE_AT 1: (locked, node 4+) If X contains the character U+0000, and what precedes the first one is a
  //   file,
  if (fate !== 'finds nothing' && checkAbout(context, 'FILE_AT 1', isCut, x))
    throw refusedNul(context, fate, x);
  return realFileAt(context, x);
}

/** These lines end a path at its NUL when they look for a file, and only then fail on the whole of it. */
function refusedNul(
  context: ResolverContext,
  thrown: 'throws ENOENT' | 'throws ERR_INVALID_ARG_VALUE',
  x: string,
): Error {
  // FILE_AT 1.i: (locked, node 4–8) throw an error with the code `ENOENT`;
  if (thrown === 'throws ENOENT') noteAbout(context, 'FILE_AT 1.i', 'thrown', x);
  // FILE_AT 1.ii: (node 10+) throw an error with the code `ERR_INVALID_ARG_VALUE`.
  else noteAbout(context, 'FILE_AT 1.ii', 'thrown', x);
  return nulAfterFile(context, thrown, x);
}

function realFileAt(context: ResolverContext, x: string): string | undefined {
  const { looks, preservesLinks, isForEntry } = context;
  const isFile = !x.includes('\0') && looks.isFile(x);
  // FILE_AT 2: If X contains the character U+0000, or is not a file, return nothing.
  if (check(context, 'FILE_AT 2', !isFile, x)) return undefined;
  const { modules, entry } = preservesLinks;
  // FILE_AT 3: (node 8+) If the environment variable `NODE_PRESERVE_SYMLINKS` is `1`, and X is not for the
  //   entry, return X.
  if (modules !== undefined && check(context, 'FILE_AT 3', modules && !isForEntry, x)) return x;
  // FILE_AT 4: (node 10+) If the environment variable `NODE_PRESERVE_SYMLINKS_MAIN` is `1`, and X is for the
  //   entry, return X.
  if (entry !== undefined && check(context, 'FILE_AT 4', entry && isForEntry, x)) return x;
  // FILE_AT 5: Return the real path of X.
  const real = looks.realpath(x);
  note(context, 'FILE_AT 5', 'done', real);
  return real;
}

/** A step that returns the file at a path, if there is one. */
export function tryFile(context: ResolverContext, step: string, path: string): string | undefined {
  const found = fileAt(context, path);
  note(context, step, found === undefined ? 'missing' : 'found', path);
  return found;
}

/** The label of the step that tries each extension; `other` is for those that a program registered. */
export type Steps = Readonly<Record<'.js' | '.json' | '.node' | 'other', string>>;

/** The steps that return the file with one of the registered extensions, if there is one. */
export function tryExtensions(context: ResolverContext, steps: Steps, path: string): string | undefined {
  for (const extension of context.extensions()) {
    const found = tryFile(context, stepOf(steps, extension), path + extension);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stepOf(steps: Steps, extension: string): string {
  return extension === '.js' || extension === '.json' || extension === '.node'
    ? steps[extension]
    : steps.other;
}
