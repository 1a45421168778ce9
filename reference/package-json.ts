// Reading package.json: what an edition takes from it and which defects it refuses.

import { dirname, join } from 'node:path';
import type { Behaviours } from './behaviours.ts';
import { invalidPackageConfig, unparsablePackageJson, unreadablePackageJson } from './errors.ts';
import { type FileSystem, withoutByteOrderMark } from './file-system.ts';
import { parseJson } from './json.ts';
import { readLazily } from './lazy-json.ts';

/** The part of a package.json that loading needs; what is missing in it is undefined. */
export interface PackageJson {
  /** The folder that holds it. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly main: unknown;
  readonly type: unknown;
  readonly exports: unknown;
  readonly imports: unknown;
}

export interface PackageReader {
  /** The package.json in a folder; undefined when there is none. Throws when it is refused. */
  read(folder: string): PackageJson | undefined;
  /** As `read`, without the look for keys that lines up to 16 take before they parse. */
  readWhole(folder: string): PackageJson | undefined;
}

/** A reader that parses each package.json once, and in most editions looks for it once. */
export function createPackageReader(files: FileSystem, behaviours: Behaviours): PackageReader {
  return {
    read: createReader(files, behaviours, behaviours.packageJsonParsedFor),
    readWhole: createReader(files, behaviours, []),
  };
}

function createReader(
  files: FileSystem,
  behaviours: Behaviours,
  parsedFor: Behaviours['packageJsonParsedFor'],
): PackageReader['read'] {
  const known = new Map<string, PackageJson | undefined>();
  return (folder) => {
    const path = join(folder, 'package.json');
    if (known.has(path)) return known.get(path);
    const bytes = files.kindOf(path) === 'file' ? readIfAllowed(files, path, behaviours) : undefined;
    const parsed = bytes && parsePackage(bytes, path, behaviours, parsedFor);
    if (parsed || behaviours.missingPackageJson === 'is remembered') known.set(path, parsed);
    return parsed;
  };
}

function readIfAllowed(files: FileSystem, path: string, behaviours: Behaviours): Uint8Array | undefined {
  try {
    return files.readFile(path);
  } catch {
    if (behaviours.unreadablePackageJson === 'is ignored') return undefined;
    throw unreadablePackageJson(path);
  }
}

function parsePackage(
  bytes: Uint8Array,
  path: string,
  behaviours: Behaviours,
  parsedFor: Behaviours['packageJsonParsedFor'],
): PackageJson {
  if (behaviours.packageJsonParser === 'parses the whole text')
    return parseWhole(bytes, path, behaviours, parsedFor);
  const parsed = readLazily(bytes);
  if (parsed === undefined) throw invalidPackageConfig(path);
  return { folder: dirname(path), ...parsed };
}

function parseWhole(
  bytes: Uint8Array,
  path: string,
  behaviours: Behaviours,
  parsedFor: Behaviours['packageJsonParsedFor'],
): PackageJson {
  const raw = Buffer.from(bytes).toString('utf8');
  const text = behaviours.packageJsonByteOrderMark === 'is skipped' ? withoutByteOrderMark(raw) : raw;
  const folder = dirname(path);
  if (!isWorthParsing(text, parsedFor)) return pick(folder, {});
  try {
    return pick(folder, parseJson(text, behaviours));
  } catch (error) {
    throw unparsablePackageJson(path, error);
  }
}

function pick(folder: string, parsed: unknown): PackageJson {
  if (parsed === null) throw new TypeError("can't read the main of null");
  const { name, main, type, exports, imports } = Object(parsed);
  return { folder, name: typeof name === 'string' ? name : undefined, main, type, exports, imports };
}

function isWorthParsing(text: string, parsedFor: Behaviours['packageJsonParsedFor']): boolean {
  return parsedFor.length === 0 || parsedFor.some((key) => text.includes(`"${key}"`));
}
