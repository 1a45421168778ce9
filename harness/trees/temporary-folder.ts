// Where trees are made: in memory where the system offers that, because on many disks a small tree takes longer to make
// than to be asked about.

import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';

/** What Linux says of a file system that lies in memory (TMPFS_MAGIC in its headers). */
const tmpfs = 0x01021994;

/** The trees of a run take some thirty megabytes and the caches of bundlers more; containers often offer sixty-four in all. */
const leastFree = 2 ** 30;

/** The folder that the user names in the environment, else one in memory, else the system's for temporary files. */
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
