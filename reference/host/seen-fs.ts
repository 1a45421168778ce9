// The core module `fs` for programs where a platform is only a view: it takes and gives paths as the platform has them.

import fs from 'node:fs';
import type { Platform } from '../paths/path-rules.ts';
import { renamed } from './error-paths.ts';
import { nodeFileSystem } from './file-system.ts';
import { placeToUse, seenFiles } from './seen-files.ts';
import { type Sight, seenTarget, sightOf } from './sight.ts';

/** The file system that a program sees. */
export function seenFs(platform: Platform): { readonly promises: object } {
  const sight = sightOf(platform);
  const promises = { ...fs.promises, ...wrapped(sight, fs.promises), ...ownPromises(sight) };
  return { ...fs, ...wrapped(sight, fs), ...ownFunctions(sight), promises };
}

/** Functions whose first argument is a path that may be a link to what is meant, also with `Sync`, and most of them as promises. */
const throughLinks = [
  ...[
    'access',
    'appendFile',
    'chmod',
    'chown',
    'exists',
    'open',
    'opendir',
    'readFile',
    'readdir',
    'stat',
    'statfs',
  ],
  ...[
    'truncate',
    'unwatchFile',
    'utimes',
    'watch',
    'watchFile',
    'writeFile',
    'createReadStream',
    'createWriteStream',
  ],
];

/** Functions of the path itself. */
const ofThePath = ['lchown', 'lstat', 'lutimes', 'mkdir', 'rm', 'rmdir', 'unlink'];

const ofTwoPaths = ['copyFile', 'cp', 'link', 'rename'];

type Func = (...args: readonly unknown[]) => unknown;
type Placing = (value: unknown) => unknown;

function wrapped(sight: Sight, target: object): Record<string, Func> {
  const wrap = (names: readonly string[], ...placing: readonly Placing[]): [string, Func][] =>
    names
      .flatMap((name) => [name, `${name}Sync`])
      .flatMap((name): [string, Func][] => {
        const own: unknown = Reflect.get(target, name);
        return typeof own === 'function' ? [[name, withPlaces(own as Func, placing)]] : [];
      });
  const through: Placing = (value) => placeOf(sight, value);
  const itself: Placing = (value) => placeOf(sight, value, false);
  return Object.fromEntries([
    ...wrap(throughLinks, through),
    ...wrap(ofThePath, itself),
    ...wrap(ofTwoPaths, itself, itself),
  ]);
}

/** A function that gets places of the disk for its first arguments; its errors name the path that it was given. */
function withPlaces(own: Func, placing: readonly Placing[]): Func {
  return (...args) => {
    const [given] = args;
    const tell = (error: unknown): unknown => (typeof given === 'string' ? renamed(error, given) : error);
    const placed = args.map((value, at) => placing[at]?.(value) ?? telling(value, tell));
    try {
      const result = own(...placed);
      return result instanceof Promise ? result.catch((error) => Promise.reject(tell(error))) : result;
    } catch (error) {
      throw tell(error);
    }
  };
}

/** A callback gets errors first. */
function telling(value: unknown, tell: (error: unknown) => unknown): unknown {
  if (typeof value !== 'function') return value;
  return (error: unknown, ...rest: readonly unknown[]) => value(tell(error), ...rest);
}

/** What is neither a path nor a URL stays as it is, such as a descriptor. */
function placeOf(sight: Sight, value: unknown, followsLast?: boolean): unknown {
  const path = value instanceof URL ? sight.paths.toPath(value) : value;
  if (typeof path !== 'string' || path === '') return value;
  return placeToUse(nodeFileSystem, sight, path, followsLast);
}

function ownFunctions(sight: Sight): Record<string, unknown> {
  const { realpath } = seenFiles(nodeFileSystem, sight.paths.platform);
  const place = (path: string, followsLast?: boolean): string => String(placeOf(sight, path, followsLast));
  return {
    realpathSync: Object.assign((path: string) => realpath(path), {
      native: (path: string) => sight.pathOf(fs.realpathSync.native(place(path))),
    }),
    mkdtempSync: (prefix: string) => sight.pathOf(fs.mkdtempSync(place(prefix))),
    readlinkSync: (path: string) => seenTarget(sight, fs.readlinkSync(place(path, false))),
    symlinkSync: (target: string, path: string) =>
      fs.symlinkSync(targetOnDisk(sight, target), place(path, false)),
  };
}

function ownPromises(sight: Sight): Record<string, unknown> {
  const { realpath } = seenFiles(nodeFileSystem, sight.paths.platform);
  const place = (path: string): string => String(placeOf(sight, path, false));
  return {
    realpath: async (path: string) => realpath(path),
    readlink: async (path: string) => seenTarget(sight, await fs.promises.readlink(place(path))),
  };
}

/** Where a link leads, on the disk: a relative path starts from the link. */
function targetOnDisk(sight: Sight, target: string): string {
  if (sight.paths.sep === '/') return target;
  return /^[\\/]|:/.test(target) ? String(placeOf(sight, target)) : target.replaceAll('\\', '/');
}
