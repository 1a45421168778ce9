// The operations of spec/01-algorithm/1-algorithm.md that list the folders in which a name is searched.

import { delimiter, join, resolve, sep } from 'node:path';
import type { Behaviours } from './behaviours.ts';
import { check, note, type Traced } from './trace.ts';

/** NODE_MODULES_PATHS: the `node_modules` folders beside a folder and above it, nearest first. */
export function nodeModulesPaths(context: Traced, start: string): string[] {
  // NODE_MODULES_PATHS 1
  const parts = resolve(start)
    .split(sep)
    .filter((part, index) => part !== '' || index === 0);
  note(context, 'NODE_MODULES_PATHS 1', 'done', start);
  // NODE_MODULES_PATHS 2
  let i = parts.length - 1;
  note(context, 'NODE_MODULES_PATHS 2', 'done');
  // NODE_MODULES_PATHS 3
  const dirs: string[] = [];
  note(context, 'NODE_MODULES_PATHS 3', 'done');
  // NODE_MODULES_PATHS 4
  while (check(context, 'NODE_MODULES_PATHS 4', i >= 0)) {
    // NODE_MODULES_PATHS 4.i
    if (!check(context, 'NODE_MODULES_PATHS 4.i', parts[i] === 'node_modules')) {
      // NODE_MODULES_PATHS 4.ii
      const dir = [...parts.slice(0, i + 1), 'node_modules'].join(sep);
      note(context, 'NODE_MODULES_PATHS 4.ii', 'done', dir);
      // NODE_MODULES_PATHS 4.iii
      dirs.push(dir);
      note(context, 'NODE_MODULES_PATHS 4.iii', 'done', dir);
    }
    // NODE_MODULES_PATHS 4.iv
    i = i - 1;
    note(context, 'NODE_MODULES_PATHS 4.iv', 'done');
  }
  // NODE_MODULES_PATHS 5
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

/** GLOBAL_FOLDERS: the folders that are searched after every `node_modules`. */
export function globalFolders(context: Traced, behaviours: Behaviours, settings: GlobalSettings): string[] {
  const { environment, nodePrefix } = settings;
  // GLOBAL_FOLDERS 1
  const dirs: string[] = [];
  note(context, 'GLOBAL_FOLDERS 1', 'done');
  // GLOBAL_FOLDERS 2
  const nodePath = environment['NODE_PATH'];
  if (check(context, 'GLOBAL_FOLDERS 2', Boolean(nodePath))) {
    // GLOBAL_FOLDERS 2.i
    dirs.push(...entriesOf(nodePath ?? '', behaviours));
    note(context, 'GLOBAL_FOLDERS 2.i', 'done', nodePath);
  }
  // GLOBAL_FOLDERS 3
  const home = environment[process.platform === 'win32' ? 'USERPROFILE' : 'HOME'];
  if (check(context, 'GLOBAL_FOLDERS 3', Boolean(home))) {
    // GLOBAL_FOLDERS 3.i
    dirs.push(resolve(home ?? '', '.node_modules'));
    note(context, 'GLOBAL_FOLDERS 3.i', 'done', dirs.at(-1));
    // GLOBAL_FOLDERS 3.ii
    dirs.push(resolve(home ?? '', '.node_libraries'));
    note(context, 'GLOBAL_FOLDERS 3.ii', 'done', dirs.at(-1));
  }
  // GLOBAL_FOLDERS 4
  dirs.push(join(nodePrefix, 'lib', 'node'));
  note(context, 'GLOBAL_FOLDERS 4', 'done', dirs.at(-1));
  // GLOBAL_FOLDERS 5
  note(context, 'GLOBAL_FOLDERS 5', 'done');
  return dirs;
}

function entriesOf(nodePath: string, behaviours: Behaviours): string[] {
  const entries = nodePath.split(delimiter);
  return behaviours.emptyNodePathEntry === 'is the current folder'
    ? entries
    : entries.filter((entry) => entry !== '');
}
