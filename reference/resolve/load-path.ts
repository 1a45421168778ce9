// What REQUIRE and LOAD_NODE_MODULES of spec/01-algorithm/1-algorithm.md do alike in each folder that they search.

import type { ResolverContext } from '../context/context.ts';
import { note, noteSkipped } from '../context/trace.ts';
import { type Asked, loadAsDirectory, loadMain } from '../files/load-as-directory.ts';
import { loadAsFile } from '../files/load-as-file.ts';
import { namesFolder } from '../specifiers/specifier-kinds.ts';

/** The labels of their steps that look for something at a path. */
export interface PathSteps {
  /** The step of some lines that looks for the main of a folder first. */
  readonly main: string;
  readonly file: string;
  readonly directory: string;
}

/** The file at the path P, which is a specifier applied to one of the folders. */
export function loadPath(
  context: ResolverContext,
  steps: PathSteps,
  p: string,
  asked: Asked,
): string | undefined {
  return context.looks.once(
    p,
    () =>
      loadMainFirst(context, steps.main, p) ??
      loadUnlessFolder(context, steps.file, p, asked.specifier) ??
      loadFolder(context, steps.directory, p, asked),
  );
}

function loadMainFirst(context: ResolverContext, step: string, p: string): string | undefined {
  if (context.behaviours.folderMain !== 'is tried before extensions') return undefined;
  note(context, step, 'done', p);
  return loadMain(context, p);
}

/** Does LOAD_AS_FILE, or says why it does not. */
function loadUnlessFolder(context: ResolverContext, step: string, p: string, x: string): string | undefined {
  if (namesFolder(context, x)) {
    noteSkipped(context, step, `\`${x}\` names only a folder`);
    return undefined;
  }
  note(context, step, 'done', p);
  return loadAsFile(context, p);
}

function loadFolder(context: ResolverContext, step: string, p: string, asked: Asked): string | undefined {
  note(context, step, 'done', p);
  return loadAsDirectory(context, p, asked);
}

/** The same specifier from the same folders is the same question. */
export function askedOf(specifier: string, folders: readonly string[]): Asked {
  return { specifier, question: JSON.stringify({ specifier, folders }) };
}

/** Whether there is a folder to search. */
export function isFolder(context: ResolverContext, folder: string): boolean {
  return context.looks.isSearched(asLookedAt(context, folder));
}

/** On POSIX, dot segments after something that does not exist are kept: there is no folder at such a path. */
function asLookedAt({ paths }: ResolverContext, folder: string): string {
  if (paths.platform === 'win32') return paths.resolve(folder);
  return paths.isAbsolute(folder) ? folder : `${paths.workingFolder()}${paths.sep}${folder}`;
}
