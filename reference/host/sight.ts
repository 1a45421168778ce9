// How a platform sees the files of a POSIX system: which place of the disk a path means, and which names are one name.

import { onDisk, onDrive } from '../paths/drive.ts';
import { type PathRules, type Platform, pathRules } from '../paths/path-rules.ts';

export interface Sight {
  readonly paths: PathRules;
  /** The place that a path means, in the letters of the path; undefined on another drive, or on a server. */
  readonly placeOf: (path: string) => string | undefined;
  /** The path of a place. */
  readonly pathOf: (place: string) => string;
  /** Equal for all spellings of a name. */
  readonly keyOf: (name: string) => string;
}

export function sightOf(platform: Platform): Sight {
  return platform === 'win32' ? windows : mac;
}

/** Where a link leads, as the platform has it. */
export function seenTarget({ paths, pathOf }: Sight, target: string): string {
  return target.startsWith('/') ? pathOf(target) : target.replaceAll('/', paths.sep);
}

const windows: Sight = {
  paths: pathRules('win32'),
  placeOf: (path) => onDisk(pathRules('win32').resolve(path)),
  pathOf: onDrive,
  keyOf: (name) => name.toLowerCase(),
};

/** As in APFS, the usual file system of macOS. A path is taken as it is, because `..` after a link is the parent of its target. */
const mac: Sight = {
  paths: pathRules('darwin'),
  placeOf: (path) => (path.startsWith('/') ? path : `${mac.paths.workingFolder()}/${path}`),
  pathOf: (place) => place,
  keyOf: (name) => name.normalize('NFD').toLowerCase().normalize('NFD'),
};
