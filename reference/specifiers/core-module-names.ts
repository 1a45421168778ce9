// The operations of spec/01-algorithm/1-algorithm.md that compare a specifier with the names of core modules, in the order of the
// page.

import type { ResolverContext } from '../context/context.ts';
import { checkAbout, noteAbout } from '../context/trace.ts';
import type { NameGroup } from '../editions/core-names.ts';

/** IS_CORE_MODULE: whether a name is that of a core module without the scheme. */
export function isCoreModule(context: ResolverContext, name: string): boolean {
  const { core } = context;
  // IS_CORE_MODULE 1: (locked) If the loader has a core module with the name NAME, return true.
  if (core.areOfHost && checkAbout(context, 'IS_CORE_MODULE 1', core.has(name), name)) return true;
  if (isAmong(context, core.groups, name)) return true;
  // IS_CORE_MODULE 22: Return false.
  noteAbout(context, 'IS_CORE_MODULE 22', 'done', name);
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
