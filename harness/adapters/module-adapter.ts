// Adapters that the user wrote as JavaScript modules.

import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { currentEdition } from '../../model/editions.ts';
import { describeKind } from '../../model/input/describe-kind.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Capability, capabilities, keysOf, loaderCapabilities } from '../../model/vocabulary.ts';
import type { StartReply } from '../hosts/protocol.ts';
import { suggestName } from '../registry/registry.ts';
import type { Adapter, Description } from './adapter.ts';
import { hostAdapter } from './host-adapter.ts';

/** A file or folder with an adapter module. */
export function moduleAdapter(spec: string): Adapter {
  const file = findModule(spec);
  return hostAdapter({
    spec,
    sources: [file === path.resolve(spec) ? path.dirname(file) : path.resolve(spec)],
    command: process.execPath,
    script: 'module-host.mjs',
    arguments: ['--', file],
    describe: (reply) => describeModule(spec, reply),
  });
}

function findModule(spec: string): string {
  const location = path.resolve(spec);
  if (!existsSync(location)) {
    refuseName(spec);
    throw new UsageError(
      `--impl ${spec}: '${location}' does not exist; expected a file or folder with an adapter module, a name of 'modspec list impls', or exec:COMMAND`,
    );
  }
  const stats = statSync(location);
  if (stats.isFile()) return location;
  if (!stats.isDirectory())
    throw new UsageError(
      `--impl ${spec}: expected a file or folder with an adapter module; '${location}' is ${describeKind(stats)}`,
    );
  try {
    return createRequire(path.join(location, 'modspec.js')).resolve(location);
  } catch {
    throw new UsageError(
      `--impl ${spec}: expected a package.json with a main, or an index.js, in the folder; found neither`,
    );
  }
}

/** A text that looks like a name rather than a path is treated as a wrong name. */
function refuseName(spec: string): void {
  const [, name] = /^((?:@[\w.-]+\/)?\w[\w-]*)(?:@.*)?$/.exec(spec) ?? [];
  if (name === undefined) return;
  const nearest = suggestName(name);
  const hint = nearest === undefined ? '' : `did you mean ${nearest}? `;
  throw new UsageError(
    `--impl ${spec}: unknown implementation; ${hint}see 'modspec list impls', or write ./${name} for a path`,
  );
}

function describeModule(spec: string, reply: StartReply | undefined): Description {
  const { implementation, offers = [] } = reply ?? {};
  if (offers.length === 0) {
    throw new UsageError(
      `--impl ${spec}: expected the export createRequire, resolve or run; found none; see docs/adapters.md`,
    );
  }
  const edition = implementation?.edition ?? currentEdition;
  return {
    name: implementation?.name === findModule(spec) ? spec : (implementation?.name ?? spec),
    ...(implementation?.version === undefined ? {} : { version: implementation.version }),
    ...(implementation?.homepage === undefined ? {} : { homepage: implementation.homepage }),
    edition,
    capabilities: claimed(spec, implementation?.capabilities) ?? impliedBy(offers),
  };
}

function claimed(spec: string, names: readonly string[] | undefined): Capability[] | undefined {
  return names?.map((name) => {
    const capability = keysOf(capabilities).find((known) => known === name);
    if (capability) return capability;
    throw new UsageError(
      `--impl ${spec}: unknown capability '${name}'; expected some of ${keysOf(capabilities).join(', ')}`,
    );
  });
}

/** The capabilities of a module that does not name them. A pure resolver is not asked to run programs. */
function impliedBy(offers: readonly string[]): Capability[] {
  if (!offers.includes('createRequire') && !offers.includes('run'))
    return ['resolve', 'error codes', 'builtins'];
  const all = loaderCapabilities;
  const resolves = offers.includes('createRequire') || offers.includes('resolve');
  return all.filter(
    (name) => (name !== 'resolve' || resolves) && (name !== 'require.main' || offers.includes('run')),
  );
}
