// Imported first by scripts that build hundreds of thousands of trees: where the system has a file system in memory, they
// lie there, unless TMPDIR says otherwise. On a disk they would take longer to make than to be asked about.

import { accessSync, constants } from 'node:fs';

const memory = '/dev/shm';

try {
  accessSync(memory, constants.W_OK);
  process.env.TMPDIR ??= memory;
} catch {
  // Then they lie where temporary files do.
}
