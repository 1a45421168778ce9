// The core modules: which names are theirs, and their exports, which are those of the Node that runs the reference.

import { builtinModules, createRequire } from 'node:module';
import type { Behaviours } from './behaviours.ts';
import { coreNamesOf, schemeOnlyNamesOf } from './core-names.ts';
import type { Line } from './lines.ts';
import type { ModuleConstructor } from './module-types.ts';

/** The core modules that a loader knows. */
export interface CoreModules {
  /** The names by which they are required without the `node:` scheme. */
  readonly names: readonly string[];
  /** What programs are told that there is. */
  readonly listed: readonly string[];
  has(specifier: string): boolean;
  /** Whether a specifier resolves to itself: core modules do, and in some lines whatever begins like one. */
  answers(specifier: string): boolean;
}

/** Those of a line; without one, those of the Node that runs the reference. */
export function createCoreModules(behaviours: Behaviours, line: Line | undefined): CoreModules {
  const names = line === undefined ? hostNames() : coreNamesOf(line);
  const bare = new Set(names);
  const schemeOnly = line === undefined ? [] : schemeOnlyNamesOf(line);
  const schemed = new Set(names.concat(schemeOnly));
  return {
    names,
    listed:
      behaviours.schemeOnlyModules === 'are listed'
        ? names.concat(schemeOnly.map((name) => scheme + name))
        : names,
    has: (specifier) =>
      hasNodeScheme(behaviours, specifier)
        ? schemed.has(specifier.slice(scheme.length))
        : bare.has(specifier),
    answers(specifier) {
      const isUnknown = hasNodeScheme(behaviours, specifier) && !this.has(specifier);
      return isUnknown ? behaviours.unknownSchemedName === 'resolves to itself' : this.has(specifier);
    },
  };
}

function hostNames(): string[] {
  return builtinModules.filter((name) => !name.startsWith(scheme));
}

const scheme = 'node:';

export function hasNodeScheme(behaviours: Behaviours, specifier: string): boolean {
  return behaviours.nodeScheme === 'names a core module' && specifier.startsWith(scheme);
}

/** The exports of a core module; `module` is the loader's own. Throws for one that this Node does not have. */
export function loadCoreModule(specifier: string, Module: ModuleConstructor): unknown {
  return specifier === 'module' || specifier === 'node:module' ? Module : hostRequire(specifier);
}

const hostRequire = createRequire(import.meta.url);
