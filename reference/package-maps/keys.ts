// The operations of spec/01-algorithm/2-package-algorithm.md that find the key of a map, in the order of the page.

import type { ResolverContext } from '../context/context.ts';
import { isObject, isPresent } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { checkAbout, noteAbout } from '../context/trace.ts';
import { deprecate } from '../context/warnings.ts';
import { fileOf, importedFrom, mapOf } from '../errors/package-errors.ts';
import { fill } from '../errors/texts.ts';
import { isFolderMapping } from './folder-mapping.ts';
import { type Lookup, packageTargetResolve } from './target.ts';

/** What a map gives; null and undefined as in PACKAGE_TARGET_RESOLVE. */
export interface MapResult {
  readonly url: URL | null | undefined;
  /** The pattern or folder mapping by which it was found. */
  readonly key: string | undefined;
}

/** What a map gives for something. */
export interface PackageMatch {
  readonly url: URL;
  readonly pkg: PackageJson;
  /** The pattern or folder mapping by which it was found. */
  readonly key: string | undefined;
}

/** What is looked up, and where. */
interface Search {
  readonly x: string;
  readonly map: unknown;
  readonly pkg: PackageJson;
  readonly internal: boolean;
  /** The referrer, where errors name it. */
  readonly base: string | undefined;
}

/**
 * PACKAGE_IMPORTS_EXPORTS_RESOLVE: what a map has for X, by the key itself or by the best pattern. Errors say that `base`
 * asks for it.
 */
export function packageImportsExportsResolve(
  context: ResolverContext,
  x: string,
  map: unknown,
  pkg: PackageJson,
  internal: boolean,
  base: string | undefined,
): MapResult {
  const search: Search = { x, map, pkg, internal, base };
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 1: If X is a key of MAP,
  const isKey = checkAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 1', Object.hasOwn(Object(map), x), x);
  return isKey && !isForPatterns(context, x) ? resolveKey(context, search) : resolvePattern(context, search);
}

function isForPatterns(context: ResolverContext, x: string): boolean {
  if (context.behaviours.patternKeyAsWritten === 'is matched') return false;
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.i: (node 14+) if X contains `*` or ends in `/`, go to step 2;
  return checkAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.i', x.includes('*') || x.endsWith('/'), x);
}

function resolveKey(context: ResolverContext, { x, map, pkg, internal, base }: Search): MapResult {
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.ii: return PACKAGE_TARGET_RESOLVE(PACKAGE, the target of X, X, nothing,
  //   INTERNAL).
  noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.ii', 'done', x);
  const lookup: Lookup = { pkg, key: x, match: undefined, internal, request: x, base };
  return { url: packageTargetResolve(context, lookup, targetOf(map, x)), key: undefined };
}

function targetOf(map: unknown, key: string): unknown {
  return Reflect.get(Object(map), key);
}

/** The keys of a map that match more than themselves, best first. */
function patternsOf(context: ResolverContext, map: unknown): string[] {
  const { patternTrailers, folderMappings } = context.behaviours;
  const keys = keysOf(map);
  const byCompare = (a: string, b: string): number => patternKeyCompare(context, a, b);
  if (patternTrailers === 'are not matched') {
    // PACKAGE_IMPORTS_EXPORTS_RESOLVE 2: (node 12) Let KEYS be the keys of MAP that end in `*` or `/`, the
    //   longest first; keys of one length stay in the order of MAP.
    const found = keys.filter((key) => /[*/]$/.test(key)).sort((a, b) => b.length - a.length);
    noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 2', 'done', found);
    return found;
  }
  if (folderMappings === 'are matched') {
    // PACKAGE_IMPORTS_EXPORTS_RESOLVE 3: (node 14–16) Let KEYS be the keys of MAP that contain exactly one
    //   `*`, or none and end in `/`, in the order of PATTERN_KEY_COMPARE.
    const found = keys.filter((key) => hasOneStar(key) || isFolderMapping(context, key)).sort(byCompare);
    noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 3', 'done', found);
    return found;
  }
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 4: (node 18+) Let KEYS be the keys of MAP that contain exactly one `*`,
  //   in the order of PATTERN_KEY_COMPARE.
  const found = keys.filter(hasOneStar).sort(byCompare);
  noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 4', 'done', found);
  return found;
}

/** The keys of a map; what is not an object has none. */
export function keysOf(map: unknown): string[] {
  return isObject(map) ? Object.getOwnPropertyNames(map) : [];
}

function hasOneStar(key: string): boolean {
  return key.split('*').length === 2;
}

function resolvePattern(context: ResolverContext, search: Search): MapResult {
  for (const key of patternsOf(context, search.map)) {
    // PACKAGE_IMPORTS_EXPORTS_RESOLVE 5: For each KEY of KEYS,
    noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5', 'done', key);
    const match = matchOf(context, search, key);
    if (match !== undefined) return resolveMatch(context, search, key, match);
  }
  return findNothing(context, search.x);
}

/** What precedes and what follows the `*` of a key. */
function splitKey(context: ResolverContext, key: string): { base: string; trailer: string } {
  if (context.behaviours.patternTrailers === 'are not matched') {
    // PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.i: (node 12) let BASE be KEY without a `*` at its end, and let
    //   TRAILER be empty;
    const base = key.replace(/\*$/, '');
    noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.i', 'done', base);
    return { base, trailer: '' };
  }
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.ii: (node 14+) let BASE be what precedes the `*` in KEY, and TRAILER
  //   what follows it; without a `*`, BASE is KEY and TRAILER is empty;
  const [base = '', trailer = ''] = key.split('*');
  noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.ii', 'done', base);
  return { base, trailer };
}

/** The part of X that the `*` of a key matches, or what follows a folder mapping. */
function matchOf(context: ResolverContext, search: Search, key: string): string | undefined {
  const { x, internal } = search;
  const { base, trailer } = splitKey(context, key);
  if (!internal && x.endsWith('/') && x.startsWith(base)) warnOfSlash(context, search);
  const fits = x.startsWith(base) && x.endsWith(trailer) && x.length >= key.length;
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iii: if X does not begin with BASE, does not end in TRAILER, or is
  //   shorter than KEY, go on with the next KEY;
  if (checkAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iii', !fits, key)) return undefined;
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iv: let MATCH be X without BASE at its beginning and TRAILER at its
  //   end;
  const match = x.slice(base.length, x.length - trailer.length);
  noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.iv', 'done', match);
  return match;
}

function warnOfSlash(context: ResolverContext, { pkg, x, base }: Search): void {
  const values = { request: x, file: fileOf(context, pkg), from: importedFrom(context, base) };
  deprecate(context, 'DEP0155', fill(context.texts.DEP0155, values), `${pkg.folder}\0${x}`);
}

function resolveMatch(context: ResolverContext, search: Search, key: string, match: string): MapResult {
  const { x, map, pkg, internal, base } = search;
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.v: return PACKAGE_TARGET_RESOLVE(PACKAGE, the target of KEY, KEY,
  //   MATCH, INTERNAL).
  noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 5.v', 'done', key);
  const lookup: Lookup = { pkg, key, match, internal, request: x, base };
  const url = packageTargetResolve(context, lookup, targetOf(map, key));
  if (isPresent(url) && isFolderMapping(context, key)) warnOfFolder(context, search, key);
  return { url, key };
}

function warnOfFolder(context: ResolverContext, search: Search, key: string): void {
  const { pkg, base } = search;
  const values = { key, map: mapOf(search), file: fileOf(context, pkg), from: importedFrom(context, base) };
  deprecate(context, 'DEP0148', fill(context.texts.DEP0148, values), `${pkg.folder}\0${key}`);
}

function findNothing(context: ResolverContext, x: string): MapResult {
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 6: Return null.
  noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 6', 'done', x);
  return { url: null, key: undefined };
}

/** PATTERN_KEY_COMPARE: negative when the key A goes before B, positive when it goes after. */
function patternKeyCompare(context: ResolverContext, a: string, b: string): number {
  const [lengthA = 0, lengthB = 0] = [a, b].map((key) =>
    key.includes('*') ? key.indexOf('*') + 1 : key.length,
  );
  // PATTERN_KEY_COMPARE 1: Let BASE_A be the length of A up to its `*` and with it, and BASE_B that of B;
  //   without a `*`, it is the length of the whole key.
  noteAbout(context, 'PATTERN_KEY_COMPARE 1', 'done', [a, b]);
  // PATTERN_KEY_COMPARE 2: If BASE_A is greater than BASE_B, return A.
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 2', lengthA > lengthB, a)) return -1;
  // PATTERN_KEY_COMPARE 3: If BASE_B is greater than BASE_A, return B.
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 3', lengthB > lengthA, b)) return 1;
  if (context.behaviours.folderMappings === 'are matched') {
    // PATTERN_KEY_COMPARE 4: (node 14–16) If A contains no `*`, return B.
    if (checkAbout(context, 'PATTERN_KEY_COMPARE 4', !a.includes('*'), a)) return 1;
    // PATTERN_KEY_COMPARE 5: (node 14–16) If B contains no `*`, return A.
    if (checkAbout(context, 'PATTERN_KEY_COMPARE 5', !b.includes('*'), b)) return -1;
  }
  // PATTERN_KEY_COMPARE 6: If A is longer than B, return A.
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 6', a.length > b.length, a)) return -1;
  // PATTERN_KEY_COMPARE 7: If B is longer than A, return B.
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 7', b.length > a.length, b)) return 1;
  // PATTERN_KEY_COMPARE 8: Return the one that the map has first.
  noteAbout(context, 'PATTERN_KEY_COMPARE 8', 'done', [a, b]);
  return 0;
}
