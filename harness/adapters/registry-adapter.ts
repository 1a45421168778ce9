// `NAME` or `NAME@VERSION`: an implementation from the registry, fetched from npm when it is first used.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import * as z from 'zod';
import { currentEdition, editionOfNodeVersion } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { StartReply } from '../hosts/protocol.ts';
import type { RegistryEntry } from '../registry/entries/entry.ts';
import { findEntry } from '../registry/registry.ts';
import type { Adapter, Description } from './adapter.ts';
import { type Fetching, fetchPackage } from './fetch-package.ts';
import { hostAdapter } from './host-adapter.ts';
import { hostFor } from './host-for.ts';

/** The adapter for a registered name; undefined if no entry has it. */
export async function registryAdapter(spec: string, fetching: Fetching): Promise<Adapter | undefined> {
  const { name, version } = splitSpec(spec);
  const entry = findEntry(name);
  return entry && driveEntry(spec, entry, version ?? entry.version, fetching);
}

/** The adapter for an entry at a version or a range of versions. */
export async function driveEntry(
  spec: string,
  entry: RegistryEntry,
  version: string,
  fetching: Fetching,
): Promise<Adapter> {
  const folder = await fetchPackage(`${entry.package}@${version}`, {
    ...fetching,
    beside: besideVersion(entry, version),
  });
  const exact = installedVersion(folder, entry.package);
  const describe = (reply: StartReply | undefined) => describeEntry(entry, exact, reply);
  return { ...hostAdapter({ spec, ...hostFor(entry, folder), describe }), probed: true };
}

/** What is installed beside a version or a range of versions. */
function besideVersion({ beside = [], besideFormer }: RegistryEntry, version: string): string[] {
  const lowest = semver.validRange(version) === null ? null : semver.minVersion(version);
  const isFormer = besideFormer && lowest && semver.lt(lowest, besideFormer.below);
  const former = isFormer ? besideFormer.packages : [];
  return [...beside, ...former.map((name) => name.replace('@VERSION', `@${version}`))];
}

/** A name may begin with a scope, as in `@rspack/core@2`. */
function splitSpec(spec: string): { name: string; version?: string } {
  const at = spec.indexOf('@', 1);
  return at < 0 ? { name: spec } : { name: spec.slice(0, at), version: spec.slice(at + 1) };
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

/** An implementation that runs on a Node reports which; it follows that line unless the entry names an edition. */
function describeEntry(entry: RegistryEntry, version: string, reply: StartReply | undefined): Description {
  const { name, kind, homepage, note, capabilities, platforms = [], differences = [] } = entry;
  const hosted = editionOfNodeVersion(reply?.implementation.version ?? '');
  const edition = entry.edition ?? hosted?.id ?? currentEdition;
  return { name, version, kind, homepage, note, edition, capabilities, platforms, differences };
}
