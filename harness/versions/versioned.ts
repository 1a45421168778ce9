// The implementations whose versions npm publishes, so that each of them can be asked.

import { UsageError } from '../../model/usage-error.ts';
import { chooseImplementations } from '../adapters/known-implementations.ts';
import { nodePackage } from '../adapters/node-adapter.ts';
import { findEntry } from '../registry/registry.ts';

export interface Versioned {
  /** The value of `--impl` without a version. */
  readonly name: string;
  /** The package on npm. */
  readonly package: string;
}

/**
 * The implementation with this name.
 * @throws {UsageError} if it has no versions that could be fetched.
 */
export function findVersioned(spec: string): Versioned {
  if (/^(?:[./]|\w+:)/.test(spec)) throw new UsageError(`--impl ${spec}: ${noVersions}`);
  const [{ known } = { known: undefined }] = chooseImplementations([spec]);
  const name = known?.name ?? spec;
  if (spec.indexOf('@', 1) > 0)
    throw new UsageError(
      `--impl ${spec}: expected a name without a version, such as ${name}; name versions with --from and --to`,
    );
  const published = name === 'node' ? nodePackage() : name === 'deployd' ? name : findEntry(name)?.package;
  if (published === undefined) throw new UsageError(`--impl ${spec}: ${noVersions}`);
  return { name, package: published };
}

const noVersions =
  "expected an implementation that modspec knows by name and fetches from npm, such as resolve; see 'modspec list impls'";
