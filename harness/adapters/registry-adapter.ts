// `NAME`, `NAME@VERSION` or `NAME@VERSION/COMPANION@VERSION`: an implementation from the registry, fetched from npm when it is first used.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import * as z from 'zod';
import { currentEdition, editionOfNodeVersion } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { StartReply } from '../hosts/protocol.ts';
import type { FormerNeeds, RegistryEntry } from '../registry/entries/entry.ts';
import { findEntry } from '../registry/registry.ts';
import { type Companion, isCompanion, packageOf, packagesBeside, readWanted } from '../registry/wanted.ts';
import type { Adapter, Description } from './adapter.ts';
import { type Fetching, type FetchOptions, fetchPackage } from './fetch-package.ts';
import { hostAdapter } from './host-adapter.ts';
import { hostFor } from './host-for.ts';

/** The adapter for a registered name; undefined if no entry has it. */
export async function registryAdapter(spec: string, fetching: Fetching): Promise<Adapter | undefined> {
  const { name, version, companions } = readWanted(spec);
  const entry = findEntry(name);
  if (!entry) return undefined;
  const beside = packagesBeside(spec, entry, companions);
  return driveEntry(spec, { ...entry, beside }, version ?? entry.version, fetching, companions);
}

/** The adapter for an entry at a version or a range of versions, and with the companions that the user chose. */
export async function driveEntry(
  spec: string,
  entry: RegistryEntry,
  version: string,
  fetching: Fetching,
  companions: readonly Companion[] = [],
): Promise<Adapter> {
  const folder = await fetchPackage(`${entry.package}@${version}`, {
    ...fetching,
    ...neededBy(entry, version),
  });
  const exact = installedVersion(folder, entry.package);
  const name = [entry.name, ...companions.map((one) => installedCompanion(folder, entry, one))].join('/');
  const former = formerNeeds(entry, exact);
  const describe = (reply: StartReply | undefined) => describeEntry({ ...entry, name }, exact, reply);
  const host = hostFor(entry, folder, former?.pipe);
  return { ...hostAdapter({ spec, ...host, describe }), probed: true };
}

/** What is installed with a version or a range of versions. */
function neededBy(
  { beside = [], former }: RegistryEntry,
  version: string,
): Pick<FetchOptions, 'beside' | 'pins'> {
  const lowest = semver.validRange(version) === null ? null : semver.minVersion(version);
  if (!former || !lowest || semver.gte(lowest, former.below)) return { beside };
  const more = former.beside?.map((name) => name.replace('@VERSION', `@${version}`)) ?? [];
  return { beside: [...beside, ...more], pins: former.pins ?? {} };
}

/** A companion with the version that npm chose. */
function installedCompanion(folder: string, { beside = [] }: RegistryEntry, companion: Companion): string {
  const own = beside.find((one) => isCompanion(one, companion));
  return `${companion.name}@${own === undefined ? companion.version : installedVersion(folder, packageOf(own))}`;
}

const manifestSchema = z.object({ version: z.string() });

/** The version that npm chose for a range. */
function installedVersion(folder: string, name: string): string {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
  } catch (error) {
    throw new UsageError(
      `cannot read the package in the cache: ${(error as Error).message}; remove '${folder}' and run again`,
      { file },
    );
  }
}

function formerNeeds({ former }: RegistryEntry, version: string): FormerNeeds | undefined {
  return former && semver.lt(version, former.below) ? former : undefined;
}

/** An implementation that runs on a Node reports which; it follows that line unless the entry names an edition. */
export function describeEntry(
  entry: RegistryEntry,
  version: string,
  reply: StartReply | undefined,
): Description {
  const { name, kind, homepage, note, platforms = [], differences = [] } = entry;
  const { lack = [] } = formerNeeds(entry, version) ?? {};
  const capabilities = entry.capabilities.filter((one) => !lack.includes(one));
  const hosted = editionOfNodeVersion(reply?.implementation.version ?? '');
  const edition = entry.edition ?? hosted?.id ?? currentEdition;
  return { name, version, kind, homepage, note, edition, capabilities, platforms, differences };
}
