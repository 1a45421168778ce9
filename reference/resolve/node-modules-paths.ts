// The operation NODE_MODULES_PATHS of spec/01-algorithm/1-algorithm.md: the folders in which a bare specifier is searched.

import type { ResolverContext } from '../context/context.ts';
import { check, note } from '../context/trace.ts';

/** NODE_MODULES_PATHS: the `node_modules` folders beside a folder and above it, nearest first. */
export function nodeModulesPaths(context: ResolverContext, start: string): string[] {
  // NODE_MODULES_PATHS 1: Let PARTS be the segments of START; the root has one segment, which is empty.
  const parts = segmentsOf(context, start);
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
    if (!check(context, 'NODE_MODULES_PATHS 4.i', parts[i]?.name === 'node_modules')) {
      // NODE_MODULES_PATHS 4.ii: let DIR be PARTS[0] to PARTS[I] and `node_modules`, joined by slashes;
      const dir = `${parts[i]?.upTo}${context.paths.sep}node_modules`;
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

interface Segment {
  readonly name: string;
  /** The path from its beginning to the end of this segment. */
  readonly upTo: string;
}

/** On Windows, a colon ends a segment too, and nothing precedes the first end: `Z:\a` has the segments `Z:` and `Z:\a`. */
function segmentsOf({ paths }: ResolverContext, start: string): Segment[] {
  const isWindows = paths.platform === 'win32';
  const path = paths.resolve(start).replace(isWindows ? /(?<=:)\\$/ : /^\/$/, '');
  const ends = [...path.matchAll(isWindows ? /[\\/:]|$/g : /\/|$/g)].map(({ index }) => index);
  const segments = ends.map((end, at) => ({
    name: path.slice((ends[at - 1] ?? -1) + 1, end),
    upTo: path.slice(0, end),
  }));
  return isWindows ? segments.slice(1) : segments;
}
