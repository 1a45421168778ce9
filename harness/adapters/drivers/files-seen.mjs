// The files of this machine as a question sees them: by the paths and names of its platform.

import nodeFs from 'node:fs';
import nodePath from 'node:path';
import { seenFs } from '../../../reference/index.ts';

/** The functions of `fs` and of `path` for the platform that a context names. */
export function filesSeen({ platform }) {
  const isElsewhere = nodePath.sep === '/' && platform !== 'posix';
  if (!isElsewhere) return { isElsewhere, fs: nodeFs, path: nodePath };
  return { isElsewhere, fs: seenFs(platform), path: platform === 'win32' ? nodePath.win32 : nodePath.posix };
}
