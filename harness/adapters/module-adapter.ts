// Adapters that the user wrote as JavaScript modules.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { guide } from '../../model/addresses.ts';
import { currentEdition, editionIds } from '../../model/editions.ts';
import { didYouMean } from '../../model/input/did-you-mean.ts';
import { UsageError } from '../../model/usage-error.ts';
import {
  type Capability,
  capabilities,
  keysOf,
  loaderCapabilities,
  resolverCapabilities,
} from '../../model/vocabulary.ts';
import { adapterExports, type StartReply } from '../hosts/protocol.ts';
import { suggestName } from '../registry/registry.ts';
import type { Adapter, Description } from './adapter.ts';
import { type AdapterFile, findAdapterFile } from './adapter-file.ts';
import { hostAdapter } from './host-adapter.ts';
import { typeScriptFlags, typeScriptMistake } from './typescript-flags.ts';

/** A file or folder with an adapter module. */
export function moduleAdapter(spec: string): Adapter {
  const found = findModule(spec);
  return {
    ...hostAdapter({
      spec,
      sources: [found.folder],
      command: process.execPath,
      flags: typeScriptFlags(spec, found.file),
      script: 'module-host.mjs',
      arguments: ['--', found.file],
      describe: (reply) => describeModule(spec, found, reply),
    }),
    explainStart: (said) => typeScriptMistake(spec, said),
  };
}

function findModule(spec: string): AdapterFile {
  const location = path.resolve(spec);
  if (existsSync(location)) return findAdapterFile(spec, location);
  refuseName(spec);
  throw new UsageError(
    `--impl ${spec}: '${location}' does not exist; expected a file or folder with an adapter module, a name of 'modspec list impls', or exec:COMMAND`,
  );
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

function describeModule(spec: string, found: AdapterFile, reply: StartReply | undefined): Description {
  const { implementation, offers = [] } = reply ?? {};
  if (offers.length === 0) {
    throw new UsageError(
      `--impl ${spec}: expected one of the exports ${adapterExports.join(', ')}; found none; see ${guide('adapters')}`,
    );
  }
  const { name, version } = identityOf(found, implementation);
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(implementation?.homepage === undefined ? {} : { homepage: implementation.homepage }),
    ...(implementation?.platforms === undefined ? {} : { platforms: implementation.platforms }),
    edition: knownEdition(spec, implementation?.edition),
    capabilities: claimed(spec, implementation?.capabilities) ?? impliedBy(offers),
  };
}

type Introduced = StartReply['implementation'] | undefined;

/** What the module says of itself; its package says the rest. The host calls a module without a name by its file. */
function identityOf(found: AdapterFile, introduced: Introduced): Pick<Description, 'name' | 'version'> {
  const name = introduced?.name === found.file ? undefined : introduced?.name;
  const version =
    introduced?.version ?? (name === undefined || name === found.name ? found.version : undefined);
  return { name: name ?? found.name, ...(version === undefined ? {} : { version }) };
}

function knownEdition(spec: string, edition: string | undefined): string {
  if (edition === undefined) return currentEdition;
  if (editionIds.includes(edition)) return edition;
  throw new UsageError(
    `--impl ${spec}: its 'implementation' names the unknown edition '${edition}'; ${didYouMean(edition, editionIds)}see 'modspec list editions'`,
  );
}

function claimed(spec: string, names: readonly string[] | undefined): Capability[] | undefined {
  const known = keysOf(capabilities);
  return names?.map((name) => {
    const capability = known.find((one) => one === name);
    if (capability) return capability;
    throw new UsageError(
      `--impl ${spec}: unknown capability '${name}'; ${didYouMean(name, known)}see 'modspec list needs'`,
    );
  });
}

/** The capabilities of a module that does not name them. A pure resolver is not asked to run programs. */
function impliedBy(offers: readonly string[]): Capability[] {
  const all =
    offers.includes('createRequire') || offers.includes('run') ? loaderCapabilities : resolverCapabilities;
  const lacks: readonly (Capability | false)[] = [
    !offers.includes('createRequire') && !offers.includes('resolve') && 'resolve',
    !offers.includes('run') && 'require.main',
  ];
  const imports = [
    ...(offers.includes('resolveImport') ? (['import'] as const) : []),
    ...(offers.includes('resolveImportMeta') ? (['import.meta.resolve'] as const) : []),
  ];
  return [
    ...all.filter((name) => !lacks.includes(name)),
    ...imports,
    ...(imports.length > 0 ? (['url specifiers'] as const) : []),
    ...(offers.includes('importModule') ? (['es programs'] as const) : []),
  ];
}
