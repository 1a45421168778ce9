// The files of this machine as a question sees them: by the rules of paths of its platform.

import nodeFs from 'node:fs';
import nodePath from 'node:path';
import { windowsFs } from '../../../reference/index.ts';

/** The functions of `fs` and of `path` for the platform that a context names. */
export function filesSeen({ platform }) {
  const isElsewhere = platform === 'win32' && nodePath.sep === '/';
  return isElsewhere
    ? { isElsewhere, fs: windowsFs(), path: nodePath.win32 }
    : { isElsewhere, fs: nodeFs, path: nodePath };
}
