// The files of a POSIX system as Windows sees them: on the drive `Z:`, with both separators, and with names whose case makes no
// difference. As in Node for Windows, a real path keeps the asked spelling of every name that is not a link.

import { onDisk, onDrive } from '../paths/drive.ts';
import { pathRules } from '../paths/path-rules.ts';
import { inTermsOf } from './error-paths.ts';
import type { FileSystem, ListedFileSystem } from './file-system.ts';

/** A view of files with POSIX paths, for the platform `win32`. */
export function windowsView(files: ListedFileSystem): FileSystem {
  return {
    kindOf(path) {
      const place = placeOf(files, path);
      return place === undefined ? undefined : files.kindOf(place);
    },
    readFile: (path) => inTermsOf(path, () => files.readFile(placeToUse(files, path))),
    realpath: (path) => inTermsOf(path, () => realpathOf(files, resolve(path), placeToUse(files, path))),
  };
}

const { resolve, dirname, basename, join } = pathRules('win32');

/** Where a Windows path is among the files, as its names are spelled there; undefined if nothing is there. */
function placeOf(files: ListedFileSystem, path: string): string | undefined {
  const place = path.includes('\0') ? undefined : onDisk(resolve(path));
  return place === undefined ? undefined : asSpelled(files, place);
}

function asSpelled(files: ListedFileSystem, place: string): string | undefined {
  if (place === '/' || files.kindOf(place) !== undefined) return place;
  const folder = asSpelled(files, folderOf(place));
  if (folder === undefined) return undefined;
  const wanted = nameOf(place).toLowerCase();
  const name = files.names(folder).find((one) => one.toLowerCase() === wanted);
  return name === undefined ? undefined : child(folder, name);
}

/** As `placeOf`; where nothing is, the place that something new gets. */
export function placeToUse(files: ListedFileSystem, path: string): string {
  if (path.includes('\0')) return path;
  const whole = resolve(path);
  const place = onDisk(whole) ?? `/${whole.replaceAll('\\', '/')}`;
  return (
    asSpelled(files, place) ?? child(asSpelled(files, folderOf(place)) ?? folderOf(place), nameOf(place))
  );
}

/** A name that is a link is replaced by where that leads. `place` is where the path is among the files. */
function realpathOf(files: ListedFileSystem, path: string, place: string): string {
  const real = files.realpath(place);
  if (real === place) return path;
  const above = folderOf(place);
  const isLink = real !== child(files.realpath(above), nameOf(place));
  return isLink ? onDrive(real) : join(realpathOf(files, dirname(path), above), basename(path));
}

function folderOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/')) || '/';
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

function child(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}
