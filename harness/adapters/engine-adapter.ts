// Engines that may be installed on the system, by name: `duktape`, `rhino`.

import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../model/usage-error.ts';
import { engines } from '../registry/entries/engines.ts';
import type { EngineEntry } from '../registry/entries/entry.ts';
import type { Adapter } from './adapter.ts';
import { hostAdapter } from './host-adapter.ts';
import { driverWords } from './host-for.ts';

/**
 * The adapter for the name of an engine; undefined if there is no such engine.
 * @throws {UsageError} if the engine is not installed, or if a version is named.
 */
export function engineAdapter(spec: string): Adapter | undefined {
  const [name, version] = spec.split('@');
  const entry = engines.find((engine) => engine.name === name);
  if (!entry) return undefined;
  if (version !== undefined)
    throw new UsageError(
      `--impl ${spec}: expected no version, because the installed one is used; write ${entry.name}`,
    );
  const command = findCommand(entry);
  return hostAdapter({
    spec,
    command: process.execPath,
    script: 'module-host.mjs',
    arguments: ['--', ...driverWords(entry.driver, { command })],
    describe: (reply) => {
      const { kind, homepage, note, capabilities, edition, differences = [] } = entry;
      const found = reply?.implementation.version;
      return {
        name: entry.name,
        ...(found === undefined ? {} : { version: found }),
        kind,
        homepage,
        note,
        edition,
        capabilities,
        differences,
      };
    },
  });
}

function findCommand({ name, command, install }: EngineEntry): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(path.isAbsolute);
  const found = folders.map((folder) => path.join(folder, command)).find(isExecutable);
  if (found !== undefined) return found;
  throw new UsageError(
    `--impl ${name}: expected '${command}' on the PATH; found none; install it with ${install}`,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
