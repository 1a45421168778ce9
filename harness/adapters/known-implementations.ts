// Everything that `--impl` knows by name: modspec's own, real Node and Deployd, and the registry.

import { packageVersion } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Capability, nodeCapabilities } from '../../model/vocabulary.ts';
import { engines } from '../registry/entries/engines.ts';
import type { ImplementationKind } from '../registry/entries/entry.ts';
import { findEntry, registry, suggestName } from '../registry/registry.ts';
import { readWanted } from '../registry/wanted.ts';
import { newestDeployd } from './deployd-adapter.ts';

export interface KnownImplementation {
  /** The value of `--impl` for the version below. */
  readonly name: string;
  readonly version: string;
  readonly kind: ImplementationKind | 'reference';
  readonly capabilities: readonly Capability[];
  /** The edition that it is judged by, or in words where the edition comes from. */
  readonly edition: string;
  readonly homepage: string;
}

export function knownImplementations(): KnownImplementation[] {
  return [
    {
      name: 'reference',
      version: packageVersion(),
      kind: 'reference',
      capabilities: nodeCapabilities,
      edition: 'locked',
      homepage: '',
    },
    {
      name: 'node',
      version: process.versions.node,
      kind: 'runtime',
      capabilities: nodeCapabilities,
      edition: "its version's",
      homepage: 'https://nodejs.org',
    },
    ...engines.map((engine) => ({ ...engine, version: "the system's" })),
    {
      name: 'deployd',
      version: newestDeployd,
      kind: 'server',
      capabilities: ['serve'],
      edition: "its release's",
      homepage: 'https://github.com/deployd/deployd',
    },
    ...registry.map((entry) => ({ ...entry, edition: entry.edition ?? "its Node's" })),
  ];
}

/**
 * The implementations of these names, each with or without a version, such as `deno@2`; all implementations if there is no name.
 * @throws {UsageError} with the nearest name if there is no such implementation.
 */
export function chooseImplementations(
  wanted: readonly string[],
): { readonly spec: string; readonly known: KnownImplementation }[] {
  const all = knownImplementations();
  if (wanted.length === 0) return all.map((known) => ({ spec: known.name, known }));
  return wanted.map((spec) => {
    const { name } = readWanted(spec);
    const known = all.find((one) => one.name === (findEntry(name)?.name ?? name));
    if (known) return { spec, known };
    const nearest = suggestName(name);
    const hint = nearest === undefined ? '' : `did you mean ${nearest}? `;
    throw new UsageError(`unknown implementation '${spec}'; ${hint}see 'modspec list impls'`);
  });
}
