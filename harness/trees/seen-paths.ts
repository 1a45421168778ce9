// The paths of this machine as they are for a platform that an implementation is asked about.

import nodePath, { type PlatformPath } from 'node:path';
import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import { onDisk, onDrive } from '../../reference/paths/drive.ts';

export function rulesOf(platform: Platform): PlatformPath {
  return nodePath[platform];
}

/** On Windows, the root of a disk without drives is the drive `Z:`. */
export function seenPath(path: string, platform: Platform): string {
  return platform === machinePlatform ? path : onDrive(path);
}

/** Where a path is on this machine. */
export function placeOfSeen(path: string, platform: Platform = machinePlatform): string {
  return platform === machinePlatform ? path : (onDisk(path) ?? path);
}
