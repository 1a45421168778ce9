// What lies at a path, in words.

import type { Stats } from 'node:fs';

export function describeKind(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  if (stats.isSymbolicLink()) return 'a link';
  return stats.isFile() ? 'a file' : 'a device';
}
