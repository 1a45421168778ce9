// The files that a command line names.

import { statSync } from 'node:fs';
import path from 'node:path';

/** The absolute paths of those words that are files, relative to `cwd`. */
export function namedFiles(words: readonly string[], cwd: string): string[] {
  const paths = words.map((word) => path.resolve(cwd, word));
  return paths.filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
