// The paths of this machine as they are for a platform that an implementation is asked about.

import nodePath, { type PlatformPath } from 'node:path';
import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import { onDisk, onDrive } from '../../reference/paths/drive.ts';

export function rulesOf(platform: Platform): PlatformPath {
  return platform === 'win32' ? nodePath.win32 : nodePath.posix;
}

/** On Windows, the root of a disk without drives is the drive `Z:`; macOS has the same paths. */
export function seenPath(path: string, platform: Platform): string {
  return isOnDrive(platform) ? onDrive(path) : path;
}

/** Where a path is on this machine. */
export function placeOfSeen(path: string, platform: Platform = machinePlatform): string {
  return isOnDrive(platform) ? (onDisk(path) ?? path) : path;
}

function isOnDrive(platform: Platform): boolean {
  return platform === 'win32' && machinePlatform !== 'win32';
}
