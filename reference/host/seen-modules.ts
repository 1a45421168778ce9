// What programs get of Node where a platform is only a view: the core modules that know paths, and the process, speak as they do there.

import os from 'node:os';
import nodePath, { type PlatformPath } from 'node:path';
import url from 'node:url';
import { onDisk, onDrive } from '../paths/drive.ts';
import { type Platform, pathRules } from '../paths/path-rules.ts';
import { seenFs } from './seen-fs.ts';

const { resolve, relative, toNamespacedPath, toUrl, toPath } = pathRules('win32');

/** The exports of the core modules that differ from those of this Node, by name. */
export function seenModules(platform: Platform): ReadonlyMap<string, unknown> {
  const fs = seenFs(platform);
  const files: [string, unknown][] = [
    ['fs', fs],
    ['fs/promises', fs.promises],
  ];
  return new Map(
    platform === 'win32'
      ? [...files, ...windowsModules()]
      : [...files, ['os', { ...os, platform: () => platform, type: () => 'Darwin' }]],
  );
}

function windowsModules(): [string, unknown][] {
  const path = windowsPath();
  return [
    ['path', path],
    ['path/win32', path],
    ['path/posix', path.posix],
    ['url', { ...url, pathToFileURL: toUrl, fileURLToPath: toPath }],
    ['os', windowsOs()],
  ];
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

/** From here on this process says that it runs on the platform. */
export function speakAs(platform: Platform): void {
  if (process.platform === platform) return;
  Object.defineProperty(process, 'platform', { value: platform, configurable: true, enumerable: true });
  if (platform !== 'win32') return;
  process.cwd = () => onDrive(cwd());
  process.chdir = (folder) => chdir(onDisk(resolve(folder)) ?? folder);
  process.execPath = onDrive(process.execPath);
}
