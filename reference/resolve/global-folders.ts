// The operation GLOBAL_FOLDERS of spec/01-algorithm/1-algorithm.md: the folders that are searched after every `node_modules`.

import type { ResolverContext } from '../context/context.ts';
import { check, note } from '../context/trace.ts';

/** The folders of NODE_PATH. */
function pathFolders(context: ResolverContext): string[] {
  // GLOBAL_FOLDERS 1: Let DIRS be an empty list.
  note(context, 'GLOBAL_FOLDERS 1', 'done');
  const nodePath = variable(context, 'NODE_PATH');
  // GLOBAL_FOLDERS 2: If the environment variable `NODE_PATH` is set and not empty,
  if (!check(context, 'GLOBAL_FOLDERS 2', nodePath !== '')) return [];
  const entries = nodePath.split(context.paths.delimiter);
  if (context.behaviours.emptyNodePathEntry === 'is the current folder') {
    // GLOBAL_FOLDERS 2.i: (node 0.10–0.12) append each of its entries to DIRS, and the working folder for an
    //   empty entry;
    note(context, 'GLOBAL_FOLDERS 2.i', 'done', nodePath);
    return entries;
  }
  // GLOBAL_FOLDERS 2.ii: (locked, node 4+) append each of its entries that is not empty to DIRS.
  note(context, 'GLOBAL_FOLDERS 2.ii', 'done', nodePath);
  return entries.filter((entry) => entry !== '');
}

/** GLOBAL_FOLDERS: the folders that are searched after every `node_modules`. */
export function globalFolders(context: ResolverContext): string[] {
  const { globals, paths } = context;
  const dirs = pathFolders(context);
  // GLOBAL_FOLDERS 3: If the home folder is set and not empty,
  const home = variable(context, paths.platform === 'win32' ? 'USERPROFILE' : 'HOME');
  if (check(context, 'GLOBAL_FOLDERS 3', home !== '')) {
    // GLOBAL_FOLDERS 3.i: append `.node_modules` applied to the home folder to DIRS;
    dirs.push(paths.resolve(home, '.node_modules'));
    note(context, 'GLOBAL_FOLDERS 3.i', 'done', dirs.at(-1));
    // GLOBAL_FOLDERS 3.ii: append `.node_libraries` applied to the home folder to DIRS.
    dirs.push(paths.resolve(home, '.node_libraries'));
    note(context, 'GLOBAL_FOLDERS 3.ii', 'done', dirs.at(-1));
  }
  // GLOBAL_FOLDERS 4: Append `lib/node` applied to the folder in which Node is installed to DIRS.
  dirs.push(paths.join(globals.nodePrefix, 'lib', 'node'));
  note(context, 'GLOBAL_FOLDERS 4', 'done', dirs.at(-1));
  // GLOBAL_FOLDERS 5: Return DIRS.
  note(context, 'GLOBAL_FOLDERS 5', 'done');
  return dirs;
}

/** The value of a variable, or empty. On Windows the case of its name makes no difference. */
function variable({ globals, paths }: ResolverContext, name: string): string {
  const { environment } = globals;
  if (environment[name] !== undefined || paths.platform !== 'win32') return environment[name] ?? '';
  const same = Object.keys(environment).find((key) => key.toUpperCase() === name);
  return (same === undefined ? undefined : environment[same]) ?? '';
}
