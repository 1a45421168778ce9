// Chooses where trees are made: in memory if the system supports it, because on many disks making a small tree takes longer
// than asking about it.

import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';

/** The type of a file system in memory on Linux (TMPFS_MAGIC in its headers). */
const tmpfs = 0x01021994;

/** The trees of a run need about 30 MB and the caches of bundlers more; containers often have only 64 MB in memory. */
const leastFree = 2 ** 30;

/** The folder that the user names in the environment, otherwise one in memory, otherwise that of the system. */
export function temporaryFolder(): string {
  const isNamed = ['TMPDIR', 'TMP', 'TEMP'].some((name) => process.env[name]);
  return !isNamed && isRoomInMemory() ? memory : tmpdir();
}

function isRoomInMemory(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    accessSync(memory, constants.W_OK | constants.X_OK);
    const { type, bavail, bsize } = statfsSync(memory);
    return type === tmpfs && bavail * bsize >= leastFree;
  } catch {
    return false;
  }
}
