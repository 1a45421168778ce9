// The core module `fs` for programs where Windows is only a view: it takes and gives paths as Windows has them.

import fs from 'node:fs';
import { onDrive } from '../paths/drive.ts';
import { pathRules } from '../paths/path-rules.ts';
import { renamed } from './error-paths.ts';
import { nodeFileSystem } from './file-system.ts';
import { placeToUse, windowsView } from './windows-view.ts';

/** The file system that a program sees. */
export function windowsFs(): { readonly promises: object } {
  const promises = { ...fs.promises, ...wrapped(fs.promises), ...ownPromises };
  return { ...fs, ...wrapped(fs), ...ownFunctions, promises };
}

/** Functions whose first argument is a path, also with `Sync`, and most of them as promises. */
const ofOnePath = [
  ...['access', 'appendFile', 'chmod', 'chown', 'exists', 'lchown', 'lstat', 'lutimes', 'mkdir', 'open'],
  ...['opendir', 'readFile', 'readdir', 'readlink', 'rm', 'rmdir', 'stat', 'statfs', 'truncate', 'unlink'],
  ...['unwatchFile', 'utimes', 'watch', 'watchFile', 'writeFile', 'createReadStream', 'createWriteStream'],
];

const ofTwoPaths = ['copyFile', 'cp', 'link', 'rename'];

type Func = (...args: readonly unknown[]) => unknown;

function wrapped(target: object): Record<string, Func> {
  const wrap = (names: readonly string[], paths: number): [string, Func][] =>
    names
      .flatMap((name) => [name, `${name}Sync`])
      .flatMap((name): [string, Func][] => {
        const own: unknown = Reflect.get(target, name);
        return typeof own === 'function' ? [[name, withPlaces(own as Func, paths)]] : [];
      });
  return Object.fromEntries([...wrap(ofOnePath, 1), ...wrap(ofTwoPaths, 2)]);
}

/** A function that gets places of the disk for its first arguments; its errors name the path that it was given. */
function withPlaces(own: Func, paths: number): Func {
  return (...args) => {
    const [given] = args;
    const tell = (error: unknown): unknown => (typeof given === 'string' ? renamed(error, given) : error);
    const placed = args.map((value, at) => (at < paths ? placeOf(value) : telling(value, tell)));
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

const { toPath } = pathRules('win32');

/** What is neither a path nor a URL stays as it is, such as a descriptor. */
function placeOf(value: unknown): unknown {
  if (value instanceof URL) return placeToUse(nodeFileSystem, toPath(value));
  return typeof value === 'string' && value !== '' ? placeToUse(nodeFileSystem, value) : value;
}

const { realpath } = windowsView(nodeFileSystem);

const ownFunctions = {
  realpathSync: Object.assign((path: string) => realpath(path), {
    native: (path: string) => onDrive(fs.realpathSync.native(String(placeOf(path)))),
  }),
  mkdtempSync: (prefix: string) => onDrive(fs.mkdtempSync(String(placeOf(prefix)))),
  readlinkSync: (path: string) => seenTarget(fs.readlinkSync(String(placeOf(path)))),
  symlinkSync: (target: string, path: string) => fs.symlinkSync(targetOf(target), String(placeOf(path))),
};

const ownPromises = {
  realpath: async (path: string) => realpath(path),
  readlink: async (path: string) => seenTarget(await fs.promises.readlink(String(placeOf(path)))),
};

/** Where a link leads: a relative path starts from the link. */
function targetOf(target: string): string {
  return /^[\\/]|:/.test(target) ? String(placeOf(target)) : target.replaceAll('\\', '/');
}

/** Where a link leads, as Windows has it. */
function seenTarget(target: string): string {
  return target.startsWith('/') ? onDrive(target) : target.replaceAll('/', '\\');
}
