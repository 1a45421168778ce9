// Mounts in a folder of modspec: a loader with enough rights can put any folder of the machine there.

import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The folders in a folder, itself included, on which something is mounted, the deepest first; only on Linux.
 * @param table the text of `/proc/self/mountinfo`
 */
export function mountsIn(folder: string, table: string = readTable()): string[] {
  const points = table.split('\n').map((line) => unescapeField(line.split(' ')[4] ?? ''));
  return points.filter((point) => point === folder || point.startsWith(`${folder}/`)).reverse();
}

/**
 * Whether no part of the path is a link, so that what lies in this folder is not somebody else's. A short name of Windows is
 * not a link.
 */
export function isRealPath(folder: string): boolean {
  try {
    return realpathSync(folder) === path.resolve(folder);
  } catch {
    return false;
  }
}

/** Empty where the system has none. */
function readTable(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return '';
  }
}

/** The table has blanks, line ends and backslashes as octal numbers. */
function unescapeField(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
