// The rules of paths: those of POSIX systems or those of Windows, on whichever of them this runs. macOS has those of POSIX.

import nodePath from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { workingFolderOnDrive } from './drive.ts';

/** Whose rules paths follow; for `darwin`, names are also found by other spellings, as on macOS. */
export type Platform = 'posix' | 'win32' | 'darwin';

/** The platform of the Node that runs the reference. */
export const hostPlatform: Platform = process.platform === 'win32' ? 'win32' : 'posix';

type Named =
  | 'sep'
  | 'delimiter'
  | 'join'
  | 'resolve'
  | 'dirname'
  | 'basename'
  | 'extname'
  | 'isAbsolute'
  | 'normalize'
  | 'parse'
  | 'relative'
  | 'toNamespacedPath';

/** Whether the files of this machine are only seen as if they were those of the platform. */
export function isOnlySeen(platform: Platform): boolean {
  return hostPlatform === 'posix' && platform !== 'posix';
}

/** The functions of `node:path` that a loader needs, and what else depends on the platform. */
export interface PathRules extends Pick<import('node:path').PlatformPath, Named> {
  readonly platform: Platform;
  /** From where relative paths start. */
  readonly workingFolder: () => string;
  /** The `file:` URL of a path. */
  readonly toUrl: (path: string) => URL;
  /** The path of a `file:` URL. Throws as `url.fileURLToPath` does. */
  readonly toPath: (url: string | URL) => string;
}

/** The rules of a platform. Those of the host are Node's own functions. */
export function pathRules(platform: Platform): PathRules {
  return platform === 'win32' && hostPlatform !== 'win32' ? windowsElsewhere : own(platform);
}

function own(platform: Platform): PathRules {
  const windows = platform === 'win32';
  return {
    ...(windows ? nodePath.win32 : nodePath.posix),
    platform,
    workingFolder: () => process.cwd(),
    toUrl: (path) => pathToFileURL(path, { windows }),
    toPath: (url) => fileURLToPath(url, { windows }),
  };
}

const { win32 } = nodePath;

/** Outside of Windows, Node's functions for it know neither the working folder nor its drive. */
const windowsElsewhere: PathRules = {
  ...own('win32'),
  workingFolder: workingFolderOnDrive,
  resolve: resolveOnDrives,
  relative: (from, to) => win32.relative(resolveOnDrives(from), resolveOnDrives(to)),
  toNamespacedPath: (path) => win32.toNamespacedPath(resolveOnDrives(path)),
  toUrl: (path) => pathToFileURL(isQualified(path) ? path : resolveOnDrives(path), { windows: true }),
};

/** A path such as `D:x`, on a drive without a working folder, starts from the root of the drive. */
function resolveOnDrives(...paths: string[]): string {
  const roots = paths.flatMap((path) => (/^[a-z]:/i.test(path) ? [`${path.slice(0, 2)}\\`] : []));
  return win32.resolve(...roots, workingFolderOnDrive(), ...paths);
}

/** Whether a path needs neither a working folder nor its drive. */
function isQualified(path: string): boolean {
  return /^(?:[a-z]:)?[\\/]/i.test(path) && !/^[\\/](?![\\/])/.test(path);
}
