// The needs of cases that this machine meets for a platform that an implementation is asked about.

import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import type { HostNeed } from '../../model/vocabulary.ts';

/** Windows has no modes of files, and its names ignore case; links are as the disk has them. */
export function needsSeen(met: ReadonlySet<HostNeed>, platform: Platform): ReadonlySet<HostNeed> {
  if (platform === machinePlatform) return met;
  const kept = [...met].filter((need) => !ofPosix.includes(need));
  return new Set<HostNeed>([...kept, 'windows', 'case-insensitive']);
}

const ofPosix: readonly HostNeed[] = ['posix', 'case-sensitive', 'permissions'];
