// The platform by which a case can be asked of a loader that follows more than one.

import type { Case } from './case.ts';
import { needsOtherSpellings } from './editions.ts';
import { machinePlatform } from './machine-platform.ts';
import type { Platform } from './platform.ts';

/** The platform that a case needs; POSIX if it runs anywhere. */
export function platformOf({ needs }: Pick<Case, 'needs'>): Platform {
  if (needs.includes('windows')) return 'win32';
  return needsOtherSpellings({ needs }) ? 'darwin' : 'posix';
}

/** That platform where trees are on the disk: Windows and macOS can be seen elsewhere, and nothing else on Windows. */
export function platformHere(item: Pick<Case, 'needs'>): Platform {
  return machinePlatform === 'win32' ? machinePlatform : platformOf(item);
}
