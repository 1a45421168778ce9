// The operations of spec/01-algorithm/1-algorithm.md that list the folders in which a name is searched.

import { delimiter, join, resolve, sep } from 'node:path';
import type { Behaviours } from '../behaviours/behaviours.ts';
import { check, note, type Traced } from '../context/trace.ts';

/** NODE_MODULES_PATHS: the `node_modules` folders beside a folder and above it, nearest first. */
export function nodeModulesPaths(context: Traced, start: string): string[] {
  // NODE_MODULES_PATHS 1: Let PARTS be the segments of START; the root has one segment, which is empty.
  const parts = resolve(start)
    .split(sep)
    .filter((part, index) => part !== '' || index === 0);
  note(context, 'NODE_MODULES_PATHS 1', 'done', start);
  // NODE_MODULES_PATHS 2: Let I be the number of PARTS minus 1.
  let i = parts.length - 1;
  note(context, 'NODE_MODULES_PATHS 2', 'done');
  // NODE_MODULES_PATHS 3: Let DIRS be an empty list.
  const dirs: string[] = [];
  note(context, 'NODE_MODULES_PATHS 3', 'done');
  // NODE_MODULES_PATHS 4: While I is not negative,
  while (check(context, 'NODE_MODULES_PATHS 4', i >= 0)) {
    // NODE_MODULES_PATHS 4.i: if PARTS[I] is `node_modules`, go to step 4.iv;
    if (!check(context, 'NODE_MODULES_PATHS 4.i', parts[i] === 'node_modules')) {
      // NODE_MODULES_PATHS 4.ii: let DIR be PARTS[0] to PARTS[I] and `node_modules`, joined by slashes;
      const dir = [...parts.slice(0, i + 1), 'node_modules'].join(sep);
      note(context, 'NODE_MODULES_PATHS 4.ii', 'done', dir);
      // NODE_MODULES_PATHS 4.iii: append DIR to DIRS;
      dirs.push(dir);
      note(context, 'NODE_MODULES_PATHS 4.iii', 'done', dir);
    }
    // NODE_MODULES_PATHS 4.iv: let I be I minus 1.
    i = i - 1;
    note(context, 'NODE_MODULES_PATHS 4.iv', 'done');
  }
  // NODE_MODULES_PATHS 5: Return DIRS.
  note(context, 'NODE_MODULES_PATHS 5', 'done');
  return dirs;
}

/** Where the global folders come from. */
export interface GlobalSettings {
  /** Environment variables: NODE_PATH and the home folder. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder in which Node is installed. */
  readonly nodePrefix: string;
}

/** The folders of NODE_PATH. */
function pathFolders(
  context: Traced,
  behaviours: Behaviours,
  environment: GlobalSettings['environment'],
): string[] {
  // GLOBAL_FOLDERS 1: Let DIRS be an empty list.
  note(context, 'GLOBAL_FOLDERS 1', 'done');
  const nodePath = environment['NODE_PATH'] ?? '';
  // GLOBAL_FOLDERS 2: If the environment variable `NODE_PATH` is set and not empty,
  if (!check(context, 'GLOBAL_FOLDERS 2', nodePath !== '')) return [];
  const entries = nodePath.split(delimiter);
  if (behaviours.emptyNodePathEntry === 'is the current folder') {
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
export function globalFolders(context: Traced, behaviours: Behaviours, settings: GlobalSettings): string[] {
  const dirs = pathFolders(context, behaviours, settings.environment);
  const { environment, nodePrefix } = settings;
  // GLOBAL_FOLDERS 3: If the home folder is set and not empty,
  const home = environment[process.platform === 'win32' ? 'USERPROFILE' : 'HOME'];
  if (check(context, 'GLOBAL_FOLDERS 3', Boolean(home))) {
    // GLOBAL_FOLDERS 3.i: append `.node_modules` applied to the home folder to DIRS;
    dirs.push(resolve(home ?? '', '.node_modules'));
    note(context, 'GLOBAL_FOLDERS 3.i', 'done', dirs.at(-1));
    // GLOBAL_FOLDERS 3.ii: append `.node_libraries` applied to the home folder to DIRS.
    dirs.push(resolve(home ?? '', '.node_libraries'));
    note(context, 'GLOBAL_FOLDERS 3.ii', 'done', dirs.at(-1));
  }
  // GLOBAL_FOLDERS 4: Append `lib/node` applied to the folder in which Node is installed to DIRS.
  dirs.push(join(nodePrefix, 'lib', 'node'));
  note(context, 'GLOBAL_FOLDERS 4', 'done', dirs.at(-1));
  // GLOBAL_FOLDERS 5: Return DIRS.
  note(context, 'GLOBAL_FOLDERS 5', 'done');
  return dirs;
}
