// The operations of spec/01-algorithm/2-package-algorithm.md that find the key of a map that stands for a name.

import type { ResolverContext } from './context.ts';
import type { PackageJson } from './package-json.ts';
import { type Lookup, packageTargetResolve } from './package-target.ts';
import { checkAbout, noteAbout } from './trace.ts';
import { deprecate } from './warnings.ts';

/** What a map has for a key; null and undefined as in PACKAGE_TARGET_RESOLVE. */
export interface MapResult {
  readonly url: URL | null | undefined;
  readonly kind: Lookup['kind'];
}

/** PACKAGE_IMPORTS_EXPORTS_RESOLVE: what a map has for KEY, by the key itself or by the best pattern. */
export function packageImportsExportsResolve(
  context: ResolverContext,
  key: string,
  map: unknown,
  pkg: PackageJson,
  internal: boolean,
): MapResult {
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 1
  if (checkAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 1', isExact(context, map, key), key)) {
    // PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.i
    noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 1.i', 'done', key);
    const lookup: Lookup = { pkg, key, match: '', kind: 'exact', internal, request: key };
    return { url: packageTargetResolve(context, lookup, targetOf(map, key)), kind: 'exact' };
  }
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 2
  const keys = patternsOf(context, map);
  noteAbout(
    context,
    'PACKAGE_IMPORTS_EXPORTS_RESOLVE 2',
    'done',
    keys.map((pattern) => pattern.key),
  );
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 3
  for (const pattern of keys) {
    const matches = isMatch(pattern, key);
    if (!internal && key.endsWith('/') && key.startsWith(pattern.base)) warnOfSlash(context, pkg, key);
    if (!checkAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 3', matches, pattern.key)) continue;
    // PACKAGE_IMPORTS_EXPORTS_RESOLVE 3.i
    const match = key.slice(pattern.base.length, key.length - pattern.trailer.length);
    noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 3.i', 'done', match);
    // PACKAGE_IMPORTS_EXPORTS_RESOLVE 3.ii
    noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 3.ii', 'done', pattern.key);
    const lookup: Lookup = { pkg, key: pattern.key, match, kind: pattern.kind, internal, request: key };
    if (pattern.kind === 'folder') warnOfFolder(context, pkg, pattern.key);
    return { url: packageTargetResolve(context, lookup, targetOf(map, pattern.key)), kind: pattern.kind };
  }
  // PACKAGE_IMPORTS_EXPORTS_RESOLVE 4
  noteAbout(context, 'PACKAGE_IMPORTS_EXPORTS_RESOLVE 4', 'done', key);
  return { url: null, kind: 'exact' };
}

function warnOfSlash(context: ResolverContext, { folder }: PackageJson, key: string): void {
  const message = `Use of deprecated trailing slash pattern mapping "${key}" in ${folder}.`;
  deprecate(context, 'DEP0155', message, `${folder}\0${key}`);
}

function warnOfFolder(context: ResolverContext, { folder }: PackageJson, key: string): void {
  deprecate(
    context,
    'DEP0148',
    `Use of deprecated folder mapping "${key}" in ${folder}.`,
    `${folder}\0${key}`,
  );
}

function isExact({ behaviours }: ResolverContext, map: unknown, key: string): boolean {
  const isPlain = !key.includes('*') && !key.endsWith('/');
  return Object.hasOwn(Object(map), key) && (isPlain || behaviours.patternKeyAsWritten === 'is matched');
}

function targetOf(map: unknown, key: string): unknown {
  return Reflect.get(Object(map), key);
}

/** A key that stands for many names: those that begin with its base and end in its trailer. */
interface Pattern {
  readonly key: string;
  readonly base: string;
  readonly trailer: string;
  readonly kind: 'pattern' | 'folder';
}

/** The keys of a map that are patterns, best first. */
function patternsOf(context: ResolverContext, map: unknown): Pattern[] {
  const keys = typeof map === 'object' && map !== null ? Object.getOwnPropertyNames(map) : [];
  return keys
    .flatMap((key) => patternOf(context, key) ?? [])
    .sort((a, b) =>
      context.behaviours.patternTrailers === 'are matched'
        ? patternKeyCompare(context, a.key, b.key)
        : byLength(a, b),
    );
}

function patternOf({ behaviours }: ResolverContext, key: string): Pattern | undefined {
  const star =
    behaviours.patternTrailers === 'are matched' ? key.indexOf('*') : key.endsWith('*') ? key.length - 1 : -1;
  if (star >= 0) {
    if (behaviours.patternTrailers === 'are matched' && key.lastIndexOf('*') !== star) return undefined;
    return { key, base: key.slice(0, star), trailer: key.slice(star + 1), kind: 'pattern' };
  }
  const isFolder = behaviours.folderMappings === 'are matched' && key.endsWith('/');
  return isFolder ? { key, base: key, trailer: '', kind: 'folder' } : undefined;
}

function byLength(a: Pattern, b: Pattern): number {
  return b.key.length - a.key.length;
}

function isMatch({ base, trailer, key }: Pattern, name: string): boolean {
  return name.startsWith(base) && name.endsWith(trailer) && name.length >= key.length;
}

/** PATTERN_KEY_COMPARE: negative when the pattern A goes before B, positive when it goes after. */
function patternKeyCompare(context: ResolverContext, a: string, b: string): number {
  // PATTERN_KEY_COMPARE 1
  const [baseA, baseB] = [a, b].map((key) => (key.includes('*') ? key.indexOf('*') + 1 : key.length));
  noteAbout(context, 'PATTERN_KEY_COMPARE 1', 'done', [a, b]);
  // PATTERN_KEY_COMPARE 2
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 2', Number(baseA) > Number(baseB), a)) return -1;
  // PATTERN_KEY_COMPARE 3
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 3', Number(baseB) > Number(baseA), b)) return 1;
  if (!a.includes('*') || !b.includes('*')) return a.includes('*') ? -1 : 1;
  // PATTERN_KEY_COMPARE 4
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 4', a.length > b.length, a)) return -1;
  // PATTERN_KEY_COMPARE 5
  if (checkAbout(context, 'PATTERN_KEY_COMPARE 5', b.length > a.length, b)) return 1;
  // PATTERN_KEY_COMPARE 6
  noteAbout(context, 'PATTERN_KEY_COMPARE 6', 'done', [a, b]);
  return 0;
}
