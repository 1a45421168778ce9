// The files of a POSIX system as another platform sees them: with its paths, and with names that are found by another spelling
// than their own. As in Node, a real path keeps the asked spelling of every name that is not a link.

import type { Platform } from '../paths/path-rules.ts';
import { inTermsOf } from './error-paths.ts';
import type { FileSystem, ListedFileSystem } from './file-system.ts';
import { type Sight, seenTarget, sightOf } from './sight.ts';

/** A view of files with POSIX paths. */
export function seenFiles(files: ListedFileSystem, platform: Platform): FileSystem {
  const sight = sightOf(platform);
  return {
    kindOf(path) {
      const isSomewhere = !path.includes('\0') && sight.placeOf(path) !== undefined;
      return isSomewhere ? files.kindOf(placeToUse(files, sight, path)) : undefined;
    },
    readFile: (path) => inTermsOf(path, () => files.readFile(placeToUse(files, sight, path))),
    realpath: (path) => inTermsOf(path, () => realpathOf(files, sight, path)),
    linkTarget(path) {
      const held = files.linkTarget(placeToUse(files, sight, path, false));
      return held === undefined ? undefined : seenTarget(sight, held);
    },
  };
}

/**
 * Where a path is among the files, as its names are spelled there; where nothing is, the place that something new gets.
 * @param followsLast whether a link at the end of the path is followed
 */
export function placeToUse(
  files: ListedFileSystem,
  sight: Sight,
  path: string,
  followsLast: boolean = true,
): string {
  if (path.includes('\0')) return path;
  const place = sight.placeOf(path) ?? nowhere(sight, path);
  if (followsLast && files.kindOf(place) !== undefined) return place;
  const end = place.endsWith('/') && place !== '/' ? '/' : '';
  return walk(files, sight, { place, root: '/', followsLast }).place + end;
}

function nowhere({ paths }: Sight, path: string): string {
  return `/${paths.resolve(path).replaceAll('\\', '/')}`;
}

function realpathOf(files: ListedFileSystem, sight: Sight, path: string): string {
  const whole = sight.paths.resolve(path);
  const place = placeToUse(files, sight, whole);
  const real = files.realpath(place);
  if (real === sight.placeOf(whole)) return whole;
  const { root } = sight.paths.parse(whole);
  return walk(files, sight, { place: sight.placeOf(whole) ?? place, root, followsLast: true }).path;
}

/** A folder or file on the way: its place among the files, and its path in the spelling that was asked for. */
interface Stop {
  readonly place: string;
  readonly path: string;
}

interface Way {
  readonly place: string;
  /** The path of `/`. */
  readonly root: string;
  readonly followsLast: boolean;
}

/** More links than this are a loop for the system, too. */
const mostLinks = 40;

/** Goes from name to name. A link is replaced by the names of its target; a name that does not exist stays as it is. */
function walk(files: ListedFileSystem, sight: Sight, { place, root, followsLast }: Way): Stop {
  let stop: Stop = { place: '/', path: root };
  let names = namesOf(place);
  for (let links = 0; ; ) {
    const [name, ...rest] = names;
    if (name === undefined) return stop;
    const next = stepInto(files, sight, stop, name);
    const target = rest.length > 0 || followsLast ? files.linkTarget(next.place) : undefined;
    if (target !== undefined && ++links > mostLinks) return next;
    if (target?.startsWith('/')) stop = { place: '/', path: sight.pathOf('/') };
    if (target === undefined) stop = next;
    names = target === undefined ? rest : [...namesOf(target), ...rest];
  }
}

function namesOf(place: string): string[] {
  return place.split('/').filter((name) => name !== '' && name !== '.');
}

function stepInto(files: ListedFileSystem, { paths, keyOf }: Sight, stop: Stop, name: string): Stop {
  const path = paths.join(stop.path, name);
  if (name === '..') return { place: aboveOf(files, stop.place), path };
  const names = files.names(stop.place);
  const isSame = (one: string): boolean => keyOf(one) === keyOf(name);
  const spelled = names.includes(name) ? name : (names.find(isSame) ?? name);
  return { place: stop.place === '/' ? `/${spelled}` : `${stop.place}/${spelled}`, path };
}

/** Nothing is above what is not a folder. */
function aboveOf(files: ListedFileSystem, place: string): string {
  return files.kindOf(place) === 'folder' ? place.slice(0, place.lastIndexOf('/')) || '/' : `${place}/..`;
}
