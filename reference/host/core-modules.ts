// The core modules: which names are theirs, and their exports, which are those of the Node that runs the reference.

import { builtinModules, createRequire } from 'node:module';
import type { ResolverContext } from '../context/context.ts';
import { checkAbout, noteAbout } from '../context/trace.ts';
import type { Behaviours } from '../editions/behaviours.ts';
import { coreNamesOf, type NameGroup, schemeOnlyNamesOf } from '../editions/core-names.ts';
import type { Line } from '../editions/lines.ts';
import type { ModuleConstructor } from '../modules/module-types.ts';

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
}

/** Those of a line; without one, those of the Node that runs the reference. */
export function createCoreModules(behaviours: Behaviours, line: Line | undefined): CoreModules {
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
  };
}

/** IS_CORE_MODULE: whether a name is that of a core module without the scheme. */
export function isCoreModule(context: ResolverContext, name: string): boolean {
  const { core } = context;
  // IS_CORE_MODULE 1: (locked) If the loader has a core module with the name NAME, return true.
  if (core.areOfHost && checkAbout(context, 'IS_CORE_MODULE 1', core.has(name), name)) return true;
  if (isAmong(context, core.groups, name)) return true;
  // IS_CORE_MODULE 19: Return false.
  noteAbout(context, 'IS_CORE_MODULE 19', 'done', name);
  return false;
}

/** The steps of the table in core-names.ts. */
function isAmong(context: ResolverContext, groups: readonly NameGroup[], name: string): boolean {
  return groups.some(({ step, names }) => checkAbout(context, step, names.includes(name), name));
}

/** IS_SCHEMED_MODULE: whether a name is that of a core module behind the scheme. */
export function isSchemedModule(context: ResolverContext, name: string): boolean {
  // IS_SCHEMED_MODULE 1: If IS_CORE_MODULE(NAME) returns true, return true.
  if (checkAbout(context, 'IS_SCHEMED_MODULE 1', isCoreModule(context, name), name)) return true;
  if (isAmong(context, context.core.schemeOnly, name)) return true;
  // IS_SCHEMED_MODULE 7: Return false.
  noteAbout(context, 'IS_SCHEMED_MODULE 7', 'done', name);
  return false;
}

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

/** The exports of a core module; `module` is the loader's own. Throws for one that this Node does not have. */
export function loadCoreModule(specifier: string, Module: ModuleConstructor): unknown {
  return specifier === 'module' || specifier === 'node:module' ? Module : hostRequire(specifier);
}

const hostRequire = createRequire(import.meta.url);
