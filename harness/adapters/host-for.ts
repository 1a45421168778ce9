// Chooses the host for an entry of the registry.

import { createRequire } from 'node:module';
import path from 'node:path';
import { builtFile } from '../../model/package-root.ts';
import type { Driving, RegistryEntry } from '../registry/entries/entry.ts';
import type { HostScript } from './host-adapter.ts';

export type Host = Omit<HostScript, 'spec' | 'describe'>;

/**
 * @param folder the folder in whose `node_modules` the package of the entry is installed
 * @param piped whether standard input of a runtime must be a pipe
 */
export function hostFor(
  { driving, package: name, former: needs }: RegistryEntry,
  folder: string,
  piped = false,
): Host {
  const former = needs?.beside?.map((one) => one.replace('@VERSION', ''));
  switch (driving.kind) {
    case 'module':
      return {
        command: process.execPath,
        flags: driving.flags ?? [],
        script: 'module-host.mjs',
        loadsByBinary: driving.loadsByNode ?? false,
        arguments: [
          '--',
          ...driverWords(driving.driver, { folder, package: name, former, variant: driving.variant }),
        ],
      };
    case 'node hook':
      return {
        command: process.execPath,
        script: 'node-host.cjs',
        arguments: [],
        ...hooksOf(driving, folder),
      };
    case 'runtime':
      return runtimeHost(driving, path.join(folder, 'node_modules', name, driving.binary), piped);
  }
}

/** The arguments with which a host opens a driver. */
export function driverWords(driver: string, parameters: object): string[] {
  const file = builtFile('harness', 'adapters', 'drivers', 'open-driver.mjs');
  return [file, JSON.stringify({ driver, ...parameters })];
}

type HookDriving = Extract<Driving, { kind: 'node hook' }>;

function hooksOf(
  { preload = [], start, environment = {} }: HookDriving,
  folder: string,
): Pick<HostScript, 'flags' | 'environment'> {
  const flags = preload.flatMap((module) => ['-r', resolveIn(folder, module)]);
  if (start === undefined) return { flags, environment };
  return {
    // After --import, Node would import every entry.
    flags: [...flags, '-r', builtFile('harness', 'hosts', 'start-hooks.cjs')],
    environment: { ...environment, MODSPEC_HOOKS: JSON.stringify({ folder, start }) },
  };
}

/** What a version lacks is left as it is, so that the host ends with the error of Node. */
function resolveIn(folder: string, name: string): string {
  try {
    return createRequire(path.join(folder, 'modspec.js')).resolve(name);
  } catch {
    return path.join(folder, 'node_modules', name);
  }
}

type RuntimeDriving = Extract<Driving, { kind: 'runtime' }>;

/** The left side of the pipe ends at once, and the process that it leaves holds neither replies nor output. */
const throughPipe = '{ cat <&4 2>&- 3>&- & } 4<&0 | exec "$0" "$@" 4<&-';

function runtimeHost({ flags, replies }: RuntimeDriving, binary: string, piped: boolean): Host {
  const shared = { script: 'runtime-host.cjs', arguments: [] } as const;
  if (piped && process.platform !== 'win32')
    return { ...shared, command: '/bin/sh', flags: ['-c', throughPipe, binary, ...flags], preload: true };
  if (replies === 'preloaded') return { ...shared, command: binary, flags, preload: true };
  // The shell redirects stderr to the descriptor of the replies, for a runtime that can't write to other descriptors.
  return { ...shared, command: '/bin/sh', flags: ['-c', 'exec "$0" "$@" 2>&3', binary, ...flags] };
}
