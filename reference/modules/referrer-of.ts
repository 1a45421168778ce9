// From a module that requires to the referrer that the algorithm starts from, with the operation BASE_FOLDERS of
// spec/01-algorithm/1-algorithm.md.

import { isPresent } from '../context/kinds.ts';
import { check, checkIs, noteAbout } from '../context/trace.ts';
import { notJoined } from '../errors/errors.ts';
import { globalFolders } from '../resolve/global-folders.ts';
import type { Referrer } from '../resolve/referrer.ts';
import { parentOf } from './module-tree.ts';
import type { ModuleSystem, Parent } from './module-types.ts';

/** What the algorithm needs of a module that requires. */
export function referrerOf(system: ModuleSystem, parent: Parent): Referrer {
  const filename = parent?.filename || undefined;
  // A module without an id has no file of its own, such as the one in which `node --eval` runs.
  const base = parent?.id ? filename : undefined;
  return {
    filename,
    baseFolders: (x) => baseFolders(system, x, base),
    searchFolders: () => ownFolders(system, parent),
    requireStack: () => requireStack(system, parent),
  };
}

/** The `paths` of a module, to which a program may have assigned anything. */
function ownFolders({ context }: ModuleSystem, parent: Parent): readonly string[] {
  const paths: unknown = parent?.paths || [];
  if (typeof paths === 'string' && context.behaviours.pathsText === 'throws TypeError') throw notJoined();
  return typeof paths === 'string' ? [...paths] : (paths as readonly string[]);
}

/** BASE_FOLDERS: the folders from which a path specifier starts. */
function baseFolders(system: ModuleSystem, x: string, y: string | undefined): string[] {
  const { context } = system;
  // BASE_FOLDERS 1: If X begins with `/`, return a list of the root.
  if (check(context, 'BASE_FOLDERS 1', context.paths.isAbsolute(x), x)) return ['/'];
  // BASE_FOLDERS 2: If there is a Y, return a list of the folder of Y.
  if (checkIs(context, 'BASE_FOLDERS 2', y, isPresent, y)) return [context.paths.dirname(y)];
  return foldersWithoutFile(system, x);
}

/** The folders from which a path specifier starts if there is no file to start from. */
export function foldersWithoutFile({ Module, context }: ModuleSystem, x: string): string[] {
  // BASE_FOLDERS 3: (node 4–10) If X is `.`, return a list of the working folder.
  if (
    context.behaviours.singleDot === 'is a path specifier, then a bare one' &&
    check(context, 'BASE_FOLDERS 3', x === '.', x)
  )
    return [context.paths.resolve('.')];
  switch (context.behaviours.moduleWithoutFile) {
    case 'searches node_modules, then the current folder':
      // BASE_FOLDERS 4: (locked, node 0.10–4) Return the list NODE_MODULES_PATHS(the working folder), the
      //   working folder, and the list GLOBAL_FOLDERS().
      noteAbout(context, 'BASE_FOLDERS 4', 'done', x);
      return [...Module._nodeModulePaths('.'), '.', ...globalFolders(context)];
    case 'searches the current folder, then node_modules':
      // BASE_FOLDERS 5: (node 6–10) Return a list of the working folder, the list NODE_MODULES_PATHS(the
      //   working folder), and the list GLOBAL_FOLDERS().
      noteAbout(context, 'BASE_FOLDERS 5', 'done', x);
      // A program's own function may return anything, which then is one of the folders.
      return [...['.'].concat(Module._nodeModulePaths('.')), ...globalFolders(context)];
    case 'starts at the current folder':
      // BASE_FOLDERS 6: (node 12+) Return a list of the working folder.
      noteAbout(context, 'BASE_FOLDERS 6', 'done', x);
      return ['.'];
  }
}

function requireStack(system: ModuleSystem, parent: Parent): string[] {
  const stack: string[] = [];
  for (let cursor = parent; cursor; cursor = parentOf(system, cursor))
    stack.push(cursor.filename || cursor.id);
  return stack;
}
