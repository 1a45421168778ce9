// What programs get of Node where Windows is only a view: the core modules that know paths, and the process, speak of `Z:\`.

import os from 'node:os';
import nodePath, { type PlatformPath } from 'node:path';
import url from 'node:url';
import { onDisk, onDrive } from '../paths/drive.ts';
import { pathRules } from '../paths/path-rules.ts';
import { windowsFs } from './windows-fs.ts';

const { resolve, relative, toNamespacedPath, toUrl, toPath } = pathRules('win32');

/** The exports of the core modules that differ from those of this Node, by name. */
export function windowsModules(): ReadonlyMap<string, unknown> {
  const path = windowsPath();
  const fs = windowsFs();
  return new Map<string, unknown>([
    ['path', path],
    ['path/win32', path],
    ['path/posix', path.posix],
    ['fs', fs],
    ['fs/promises', fs.promises],
    ['url', { ...url, pathToFileURL: toUrl, fileURLToPath: toPath }],
    ['os', windowsOs()],
  ]);
}

function windowsPath(): PlatformPath {
  const path = { ...nodePath.win32, resolve, relative, toNamespacedPath, posix: { ...nodePath.posix } };
  Object.assign(path, { win32: path });
  Object.assign(path.posix, { win32: path, posix: path.posix });
  return path;
}

function windowsOs(): object {
  return {
    ...os,
    EOL: '\r\n',
    devNull: '\\\\.\\nul',
    platform: () => 'win32',
    type: () => 'Windows_NT',
    homedir: () => onDrive(os.homedir()),
    tmpdir: () => onDrive(os.tmpdir()),
  };
}

const { cwd, chdir } = process;

/** From here on this process says that it runs on Windows. */
export function speakWindows(): void {
  if (process.platform === 'win32') return;
  Object.defineProperty(process, 'platform', { value: 'win32', configurable: true, enumerable: true });
  process.cwd = () => onDrive(cwd());
  process.chdir = (folder) => chdir(onDisk(resolve(folder)) ?? folder);
  process.execPath = onDrive(process.execPath);
}
