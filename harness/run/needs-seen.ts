// The needs of cases that this machine meets for a platform that an implementation is asked about.

import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import type { HostNeed } from '../../model/vocabulary.ts';

/** On Windows and macOS names ignore case, and on macOS also the normal form. Windows has no modes of files; links are as the disk has them. */
export function needsSeen(met: ReadonlySet<HostNeed>, platform: Platform): ReadonlySet<HostNeed> {
  if (platform === machinePlatform) return met;
  const { without, gained } = differences[platform];
  return new Set([...[...met].filter((need) => !without.includes(need)), ...gained]);
}

interface Difference {
  readonly without: readonly HostNeed[];
  readonly gained: readonly HostNeed[];
}

const differences: Readonly<Record<Platform, Difference>> = {
  posix: { without: [], gained: [] },
  win32: { without: ['posix', 'case-sensitive', 'permissions'], gained: ['windows', 'case-insensitive'] },
  darwin: { without: ['case-sensitive'], gained: ['case-insensitive', 'normalization-insensitive'] },
};
