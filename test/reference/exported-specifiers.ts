// What an installed package can be asked for: every subpath that it exports, and some that it does not.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Specifiers of a package: each key of its `exports`, each file that a pattern may stand for, and two that are none. */
export function exportedSpecifiers(folder: string, name: string): string[] {
  const root = path.join(folder, 'node_modules', name);
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const keys = typeof exports === 'object' && exports !== null ? Object.keys(exports) : [];
  const subpaths = keys.flatMap((key) => (key.includes('*') ? matchesOf(root, key) : [key]));
  const wanted = ['.', ...subpaths.filter((key) => key.startsWith('.')), './package.json', './modspec-none'];
  return [...new Set(wanted)].map((subpath) => name + subpath.slice(1));
}

/** The files below a folder whose paths a pattern matches, with and without what stands behind the dot. */
function matchesOf(root: string, pattern: string): string[] {
  const [base = '', trailer = ''] = pattern.split('*');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `./${path.relative(root, path.join(entry.parentPath, entry.name))}`)
    .flatMap((file) => [file, file.replace(/\.\w+$/, '')])
    .filter((file) => file.startsWith(base) && file.endsWith(trailer) && file.length >= pattern.length);
}
