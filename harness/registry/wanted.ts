// What a value of `--impl` wants of the registry: `NAME`, `NAME@VERSION`, or `NAME@VERSION/COMPANION@VERSION…`, as in
// `rollup@4/commonjs@26`, where a companion is a package that is installed beside it.

import { UsageError } from '../../model/usage-error.ts';
import type { RegistryEntry } from './entries/entry.ts';

export interface WantedPackage {
  readonly name: string;
  readonly version?: string;
  /** Versions of companions by the name as it is written. */
  readonly companions: readonly Companion[];
}

export interface Companion {
  readonly name: string;
  readonly version: string;
}

/** Names may begin with a scope, as in `@rspack/core@2`. What follows a slash without `@` is a part of the name. */
export function readWanted(spec: string): WantedPackage {
  const [, head = spec, tail = ''] =
    /^((?:@[^/@]+\/)?.+?)((?:\/(?:@[^/@]+\/)?[^/@]+@[^/@]+)*)$/.exec(spec) ?? [];
  const companions = [...tail.matchAll(/\/((?:@[^/@]+\/)?[^/@]+)@([^/@]+)/g)].map(
    ([, name = '', version = '']) => ({ name, version }),
  );
  const at = head.indexOf('@', 1);
  return at < 0
    ? { name: head, companions }
    : { name: head.slice(0, at), version: head.slice(at + 1), companions };
}

/**
 * The packages beside an entry (`name@version`), with the versions that are wanted.
 * @throws {UsageError} if there is no such companion; the message names those that there are.
 */
export function packagesBeside(
  spec: string,
  { name, beside = [] }: RegistryEntry,
  wanted: readonly Companion[],
): string[] {
  const strange = wanted.find((one) => !beside.some((own) => isCompanion(own, one)));
  if (strange)
    throw new UsageError(`--impl ${spec}: ${expectedBeside(name, beside)}; found '${strange.name}'`);
  return beside.map((own) => {
    const chosen = wanted.findLast((one) => isCompanion(own, one));
    return chosen ? `${packageOf(own)}@${chosen.version}` : own;
  });
}

function expectedBeside(name: string, beside: readonly string[]): string {
  if (beside.length === 0) return `expected no second version, because nothing is installed beside ${name}`;
  return `expected a package that is installed beside ${name}: ${beside.map(shortName).join(', ')}`;
}

/** Whether a package beside an entry is the one that a companion names. */
export function isCompanion(own: string, { name }: Companion): boolean {
  return name === packageOf(own) || name === shortName(own);
}

/** The name in `name@version`. */
export function packageOf(own: string): string {
  return own.slice(0, own.indexOf('@', 1));
}

/** `@rollup/plugin-commonjs@29.0.3` is `commonjs`. */
export function shortName(own: string): string {
  return packageOf(own).replace(/^(?:@[^/]+\/)?(?:plugin-)?/, '');
}
