// The operation PACKAGE_TARGET_RESOLVE of spec/01-algorithm/2-package-algorithm.md: from the value of a map to a URL.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ResolverContext } from './context.ts';
import type { LoaderError } from './errors.ts';
import { invalidMap, invalidModuleSpecifier, invalidTarget } from './package-errors.ts';
import type { PackageJson } from './package-json.ts';
import { packageResolve } from './package-resolve.ts';
import { checkAbout, noteAbout } from './trace.ts';
import { deprecate } from './warnings.ts';

/** What a target is resolved for. */
export interface Lookup {
  readonly pkg: PackageJson;
  /** The key of the map that the target stands behind. */
  readonly key: string;
  /** What stood for the `*` of a pattern, or behind a folder mapping; empty for a key taken as it stands. */
  readonly match: string;
  readonly kind: 'exact' | 'pattern' | 'folder';
  /** The map is that of `imports`. */
  readonly internal: boolean;
  /** The name that is looked up. */
  readonly request: string;
}

/** Null when the target says that there is none; undefined when no condition holds. */
type Resolved = URL | null | undefined;

/** PACKAGE_TARGET_RESOLVE: the URL that a target stands for. */
export function packageTargetResolve(context: ResolverContext, lookup: Lookup, target: unknown): Resolved {
  if (isText(context, target)) return resolveText(context, lookup, target);
  if (isList(context, target)) return resolveList(context, lookup, target);
  if (isConditions(context, target)) return resolveConditions(context, lookup, target);
  return resolveOther(context, lookup, target);
}

function isText(context: ResolverContext, target: unknown): target is string {
  // PACKAGE_TARGET_RESOLVE 1
  return checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1', typeof target === 'string', target);
}

function resolveText(context: ResolverContext, lookup: Lookup, target: string): URL {
  const { pkg, key, match } = lookup;
  if (lookup.kind === 'folder' && match !== '' && !target.endsWith('/'))
    throw invalidTarget(pkg, key, target);
  // PACKAGE_TARGET_RESOLVE 1.i
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.i', !target.startsWith('./'), target)) {
    // PACKAGE_TARGET_RESOLVE 1.i.a
    const isRefused = !lookup.internal || /^(?:\.\.)?\//.test(target) || URL.canParse(target);
    if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.i.a', isRefused, target))
      throw invalidTarget(pkg, key, target);
    // PACKAGE_TARGET_RESOLVE 1.i.b
    noteAbout(context, 'PACKAGE_TARGET_RESOLVE 1.i.b', 'done', insertMatch(context, lookup, target));
    return packageResolve(context, insertMatch(context, lookup, target), pkg);
  }
  // PACKAGE_TARGET_RESOLVE 1.ii
  if (
    checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.ii', hasRefusedSegment(context, target.slice(2)), target)
  ) {
    throw invalidTarget(pkg, key, target);
  }
  warnOfEmptySegments(context, lookup, target);
  // PACKAGE_TARGET_RESOLVE 1.iii
  const url = new URL(target, pathToFileURL(join(pkg.folder, 'package.json')));
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.iii', !isInside(url, pkg), target)) {
    throw invalidTarget(pkg, key, target);
  }
  // PACKAGE_TARGET_RESOLVE 1.iv
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.iv', match === '', url.href)) return url;
  // PACKAGE_TARGET_RESOLVE 1.v
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.v', hasRefusedSegment(context, match), match)) {
    throw invalidModuleSpecifier(
      insertMatch(context, lookup, key),
      `is not a valid match in pattern "${key}"`,
    );
  }
  warnOfEmptySegments(context, lookup, match);
  // PACKAGE_TARGET_RESOLVE 1.vi
  const matched =
    lookup.kind === 'folder' ? new URL(match, url) : new URL(insertMatch(context, lookup, url.href));
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 1.vi', 'done', matched.href);
  return matched;
}

function insertMatch({ behaviours }: ResolverContext, { kind, match }: Lookup, text: string): string {
  if (kind !== 'pattern') return text + match;
  return behaviours.dollarInMatch === 'is text'
    ? text.replaceAll('*', () => match)
    : text.replaceAll('*', match);
}

/** Segments may be parted by slashes of both kinds; newer lines also see through percent-encoding and case. */
function hasRefusedSegment({ behaviours }: ResolverContext, text: string): boolean {
  const refused = ['.', '..', 'node_modules'];
  const read = (segment: string): string =>
    behaviours.refusedSegments === 'are compared as written' ? segment : decodeLetters(segment).toLowerCase();
  return text.split(/[\\/]/).some((segment) => refused.includes(read(segment)));
}

function warnOfEmptySegments(context: ResolverContext, lookup: Lookup, text: string): void {
  const { pkg, request, internal } = lookup;
  if (!text.split(/[\\/]/).includes('') || (!internal && request.endsWith('/'))) return;
  const message = `Use of deprecated double, leading or trailing slash resolving "${request}" in ${pkg.folder}.`;
  deprecate(context, 'DEP0166', message);
}

function decodeLetters(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function isInside(url: URL, pkg: PackageJson): boolean {
  return url.pathname.startsWith(pathToFileURL(join(pkg.folder, '/')).pathname);
}

function isList(context: ResolverContext, target: unknown): target is readonly unknown[] {
  // PACKAGE_TARGET_RESOLVE 2
  return checkAbout(context, 'PACKAGE_TARGET_RESOLVE 2', Array.isArray(target), target);
}

function resolveList(context: ResolverContext, lookup: Lookup, items: readonly unknown[]): Resolved {
  // PACKAGE_TARGET_RESOLVE 2.i
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 2.i', items.length === 0, items)) return null;
  let last: null | undefined | LoaderError;
  // PACKAGE_TARGET_RESOLVE 2.ii
  for (const item of items) {
    noteAbout(context, 'PACKAGE_TARGET_RESOLVE 2.ii', 'done', item);
    // PACKAGE_TARGET_RESOLVE 2.ii.a
    const resolved = resolveItem(context, lookup, item);
    const isLost = resolved instanceof Error;
    if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 2.ii.a', isLost || resolved === null, item)) {
      last = isLost ? resolved : null;
    }
    // PACKAGE_TARGET_RESOLVE 2.ii.b
    if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 2.ii.b', resolved instanceof URL, item))
      return resolved as URL;
  }
  // PACKAGE_TARGET_RESOLVE 2.iii
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 2.iii', last ? 'thrown' : 'done', lookup.key);
  if (last) throw last;
  return last;
}

/** An invalid target is no end in a list: its error is handed back. */
function resolveItem(context: ResolverContext, lookup: Lookup, item: unknown): Resolved | LoaderError {
  try {
    return packageTargetResolve(context, lookup, item);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_INVALID_PACKAGE_TARGET') return error;
    throw error;
  }
}

function isConditions(
  context: ResolverContext,
  target: unknown,
): target is Readonly<Record<string, unknown>> {
  // PACKAGE_TARGET_RESOLVE 3
  return checkAbout(
    context,
    'PACKAGE_TARGET_RESOLVE 3',
    typeof target === 'object' && target !== null,
    target,
  );
}

function resolveConditions(
  context: ResolverContext,
  lookup: Lookup,
  target: Readonly<Record<string, unknown>>,
): Resolved {
  const active: readonly string[] = context.behaviours.conditions;
  const keys = Object.getOwnPropertyNames(target);
  // PACKAGE_TARGET_RESOLVE 3.i
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 3.i', keys.some(isArrayIndex), keys)) {
    throw invalidMap(lookup.pkg, 'A condition is a number');
  }
  // PACKAGE_TARGET_RESOLVE 3.ii
  for (const key of keys) {
    const holds = key === 'default' || active.includes(key);
    if (!checkAbout(context, 'PACKAGE_TARGET_RESOLVE 3.ii', holds, key)) continue;
    // PACKAGE_TARGET_RESOLVE 3.ii.a
    noteAbout(context, 'PACKAGE_TARGET_RESOLVE 3.ii.a', 'done', target[key]);
    const resolved = packageTargetResolve(context, lookup, target[key]);
    // PACKAGE_TARGET_RESOLVE 3.ii.b
    if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 3.ii.b', resolved !== undefined, key)) return resolved;
  }
  // PACKAGE_TARGET_RESOLVE 3.iii
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 3.iii', 'done', keys);
  return undefined;
}

/** What JavaScript would take for the index of an array, and numbers with a fraction. */
function isArrayIndex(key: string): boolean {
  return String(Number(key)) === key && Number(key) >= 0 && Number(key) < 0xffff_ffff;
}

function resolveOther(context: ResolverContext, lookup: Lookup, target: unknown): null {
  // PACKAGE_TARGET_RESOLVE 4
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 4', target === null, target)) return null;
  // PACKAGE_TARGET_RESOLVE 5
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 5', 'thrown', target);
  throw invalidTarget(lookup.pkg, lookup.key, target);
}
