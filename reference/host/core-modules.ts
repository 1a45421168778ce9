// The core modules: which names are theirs, and their exports, which are those of the Node that runs the reference.

import { builtinModules } from 'node:module';
import type { Behaviours } from '../behaviours/behaviours.ts';
import type { Line } from '../behaviours/lines.ts';
import { coreNamesOf, type NameGroup, schemeOnlyNamesOf } from '../editions/core-names.ts';
import { isOnlySeen, type Platform } from '../paths/path-rules.ts';
import { hostModule } from './lent-module.ts';
import { seenModules } from './seen-modules.ts';

/** The core modules that a loader knows. */
export interface CoreModules {
  /** The names by which they are required without the `node:` scheme, by the steps that know them. */
  readonly groups: readonly NameGroup[];
  /** They are those of the Node that runs the reference. */
  readonly areOfHost: boolean;
  /** Those that need the scheme. */
  readonly schemeOnly: readonly NameGroup[];
  /** The names that programs are given. */
  readonly listed: readonly string[];
  /** Whether a specifier, with the scheme or without it, is that of a core module. */
  has(specifier: string): boolean;
  /** The exports of one. Throws for one that this Node does not have. */
  exportsOf(specifier: string): unknown;
}

/** Those of a line; without one, those of the Node that runs the reference. */
export function createCoreModules(
  behaviours: Behaviours,
  line: Line | undefined,
  platform: Platform,
): CoreModules {
  const own = isOnlySeen(platform) ? seenModules(platform) : undefined;
  const groups = line === undefined ? [] : coreNamesOf(line);
  const schemeOnly = line === undefined ? [] : schemeOnlyNamesOf(line);
  const names = line === undefined ? hostNames() : namesIn(groups);
  const bare = new Set(names);
  const schemed = new Set(names.concat(namesIn(schemeOnly)));
  const listedWithScheme = behaviours.schemeOnlyModules === 'are listed' ? namesIn(schemeOnly) : [];
  return {
    groups,
    areOfHost: line === undefined,
    schemeOnly,
    listed: names.concat(listedWithScheme.map((name) => scheme + name)),
    has: (specifier) =>
      hasNodeScheme(behaviours, specifier)
        ? schemed.has(specifier.slice(scheme.length))
        : bare.has(specifier),
    exportsOf: (specifier) => own?.get(withoutScheme(specifier)) ?? ofHost(scheme + withoutScheme(specifier)),
  };
}

/** A core module of this Node, of which its hooks are not asked where that is possible. */
function ofHost(specifier: string): unknown {
  return getBuiltinModule?.(specifier) ?? hostModule.load(specifier);
}

const { getBuiltinModule }: { getBuiltinModule?: (id: string) => unknown } = process;

function namesIn(groups: readonly NameGroup[]): string[] {
  return groups.flatMap(({ names }) => names);
}

function hostNames(): string[] {
  return builtinModules.filter((name) => !name.startsWith(scheme));
}

const scheme = 'node:';

export function hasNodeScheme(behaviours: Behaviours, specifier: string): boolean {
  return behaviours.nodeScheme === 'names a core module' && specifier.startsWith(scheme);
}

function withoutScheme(specifier: string): string {
  return specifier.startsWith(scheme) ? specifier.slice(scheme.length) : specifier;
}
