// The variables of this process as a platform has them.

import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import { onDrive } from '../../reference/index.ts';

/** Variables with paths that a loader reads: on Windows, the home folder has another name, and semicolons separate paths. */
export function environmentFor(
  platform: Platform,
  own: NodeJS.ProcessEnv = process.env,
): Readonly<Record<string, string | undefined>> {
  if (platform === machinePlatform) return own;
  const { HOME: home, NODE_PATH: list } = own;
  return {
    ...own,
    ...(home ? { USERPROFILE: seen(home) } : {}),
    ...(list?.startsWith('/') ? { NODE_PATH: list.split(':').map(seen).join(';') } : {}),
  };
}

function seen(path: string): string {
  return path.startsWith('/') ? onDrive(path) : path;
}
