// The operation NODE_MODULES_PATHS of spec/01-algorithm/1-algorithm.md: the folders in which a bare specifier is searched.

import { resolve, sep } from 'node:path';
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
