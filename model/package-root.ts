// Where modspec lies on disk, whether it runs from source or from dist.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with modspec's own package.json. */
export const packageRoot: string = findRoot(path.dirname(fileURLToPath(import.meta.url)));

/** A file that `npm run build` makes: its path below `dist`, such as `builtFile('harness', 'hosts', 'host.cjs')`. */
export function builtFile(...names: readonly string[]): string {
  return path.join(packageRoot, 'dist', ...names);
}

/** modspec's own version. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

function findRoot(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : findRoot(path.dirname(folder));
}
