// Candidates: the places that a specifier can mean, before anything is looked up there.

import { isAbsolute, normalize, resolve, sep } from 'node:path';
import type { Behaviours } from './behaviours.ts';
import type { ResolverContext } from './context.ts';

/** A place where a file or a folder may be. */
export interface Candidate {
  readonly path: string;
  /** The specifier ends in a way that only a folder can be meant. */
  readonly namesFolder: boolean;
  /** The place comes from the main of a package. */
  readonly isMain: boolean;
  /** What the program asked for. */
  readonly specifier: string;
  /** What was asked, and from where; undefined for what is asked anew each time. */
  readonly question: string | undefined;
}

/** The place that a specifier means from one of the folders. Paths are joined as text: `a/..` drops out unseen. */
export function candidateAt(
  behaviours: Behaviours,
  folder: string,
  specifier: string,
  folders: readonly string[],
): Candidate {
  const endsInDots = behaviours.lastDotSegment === 'names a folder' && /(?:^|\/)\.\.?$/.test(specifier);
  const namesFolder = specifier.endsWith('/') || endsInDots;
  const question = JSON.stringify({ specifier, folders });
  return { path: resolve(folder, specifier), namesFolder, isMain: false, specifier, question };
}

/** Whether a specifier is a path, as opposed to a name that is searched for. */
export function isPathSpecifier(behaviours: Behaviours, specifier: string): boolean {
  if (specifier === '.') return behaviours.singleDot !== 'is a bare specifier';
  if (specifier.startsWith('..') && behaviours.twoLeadingDots === 'begin a path specifier') return true;
  return isAbsolute(specifier) || isRelative(specifier);
}

/** Whether anything can be found from a folder at all. */
export function canSearch(context: ResolverContext, folder: string, specifier: string): boolean {
  const missing = context.behaviours.missingStartFolder;
  if (missing === 'is searched' || folder === '') return true;
  if (missing === 'is skipped unless the specifier leaves it' && leavesFolder(specifier)) return true;
  // As it is written: dot segments behind something that is missing lead nowhere.
  const written = isAbsolute(folder) ? folder : `${process.cwd()}${sep}${folder}`;
  return context.files.kindOf(written) === 'folder';
}

function leavesFolder(specifier: string): boolean {
  return isRelative(specifier) && normalize(specifier).startsWith('..');
}

function isRelative(specifier: string): boolean {
  return (sep === '/' ? /^\.\.?(?:\/|$)/ : /^\.\.?(?:[/\\]|$)/).test(specifier);
}
