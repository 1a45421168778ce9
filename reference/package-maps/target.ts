// The operations of spec/01-algorithm/2-package-algorithm.md that go from a target to a URL, in the order of the page.

import type { ResolverContext } from '../context/context.ts';
import { isNothing, isObject, isString } from '../context/kinds.ts';
import type { PackageJson } from '../context/package.ts';
import { checkAbout, checkAboutIs, noteAbout } from '../context/trace.ts';
import { deprecate } from '../context/warnings.ts';
import type { LoaderError } from '../errors/node-error.ts';
import {
  fileOf,
  importedFrom,
  invalidMap,
  invalidMatch,
  invalidTarget,
  mapOf,
  type RefusedLookup,
} from '../errors/package-errors.ts';
import { fill } from '../errors/texts.ts';
import { checkFolderMapping, isFolderMapping } from './folder-mapping.ts';
import { packageResolve } from './package-resolve.ts';

/** What a target is resolved for. */
export interface Lookup extends RefusedLookup {
  readonly pkg: PackageJson;
}

/** Null when the target blocks the specifier; undefined when no condition applies. */
type Resolved = URL | null | undefined;

/** PACKAGE_TARGET_RESOLVE: the URL that a target names. */
export function packageTargetResolve(context: ResolverContext, lookup: Lookup, target: unknown): Resolved {
  if (isText(context, target)) return resolveText(context, lookup, target);
  if (isList(context, target)) return resolveList(context, lookup, target);
  if (isConditions(context, target)) return resolveConditions(context, lookup, target);
  return resolveOther(context, lookup, target);
}

function isText(context: ResolverContext, target: unknown): target is string {
  // PACKAGE_TARGET_RESOLVE 1: If TARGET is a string,
  return checkAboutIs(context, 'PACKAGE_TARGET_RESOLVE 1', target, isString, target);
}

function resolveText(context: ResolverContext, lookup: Lookup, target: string): URL {
  const { key, match } = lookup;
  const isCut = isFolderMapping(context, key) && Boolean(match) && !target.endsWith('/');
  const hasMappings = context.behaviours.folderMappings === 'are matched';
  // PACKAGE_TARGET_RESOLVE 1.i: (node 12–16) if KEY is a folder mapping, MATCH is neither nothing nor empty,
  //   and TARGET does not end in `/`, throw an error with the code `ERR_INVALID_PACKAGE_TARGET`;
  if (hasMappings && checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.i', isCut, target))
    throw invalidTarget(context, lookup, target);
  // PACKAGE_TARGET_RESOLVE 1.ii: if TARGET does not begin with `./`,
  const isName = checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.ii', !target.startsWith('./'), target);
  return isName ? resolveName(context, lookup, target) : resolvePath(context, lookup, target);
}

function resolveName(context: ResolverContext, lookup: Lookup, target: string): URL {
  const isRefused = !lookup.internal || /^(?:\.\.)?\//.test(target) || URL.canParse(target);
  // PACKAGE_TARGET_RESOLVE 1.ii.a: if INTERNAL is false, or TARGET begins with `/` or `../`, or is a URL by
  //   itself, throw an error with the code `ERR_INVALID_PACKAGE_TARGET`;
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.ii.a', isRefused, target))
    throw invalidTarget(context, lookup, target);
  // PACKAGE_TARGET_RESOLVE 1.ii.b: return PACKAGE_RESOLVE(INSERT_MATCH(TARGET, KEY, MATCH), `package.json`
  //   applied to the folder of PACKAGE);
  const name = insertMatch(context, lookup, target);
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 1.ii.b', 'done', name);
  return packageResolve(context, name, fileOf(context, lookup.pkg));
}

function resolvePath(context: ResolverContext, lookup: Lookup, target: string): URL {
  const { pkg, match = '' } = lookup;
  const isRefused = hasRefusedSegment(context, target.slice(2));
  // PACKAGE_TARGET_RESOLVE 1.iii: if HAS_REFUSED_SEGMENT(TARGET without its `./`) returns true, throw an
  //   error with the code `ERR_INVALID_PACKAGE_TARGET`;
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.iii', isRefused, target))
    throw invalidTarget(context, lookup, target);
  warnOfEmptySegments(context, lookup, target, target);
  // PACKAGE_TARGET_RESOLVE 1.iv: let URL be the URL of TARGET in the folder of PACKAGE;
  const url = new URL(target, context.paths.toUrl(fileOf(context, pkg)));
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 1.iv', 'done', url.href);
  // PACKAGE_TARGET_RESOLVE 1.v: if the path of URL does not begin with the folder of PACKAGE and a slash,
  //   throw an error with the code `ERR_INVALID_PACKAGE_TARGET`;
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.v', !isInside(context, url, pkg), target))
    throw invalidTarget(context, lookup, target);
  // PACKAGE_TARGET_RESOLVE 1.vi: if MATCH is nothing or empty, return URL;
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.vi', match === '', url.href)) return url;
  return resolveMatched(context, lookup, target, url);
}

function isInside({ paths }: ResolverContext, url: URL, pkg: PackageJson): boolean {
  return url.pathname.startsWith(paths.toUrl(paths.join(pkg.folder, '/')).pathname);
}

function resolveMatched(context: ResolverContext, lookup: Lookup, target: string, url: URL): URL {
  const { key, match = '' } = lookup;
  const isRefused = hasRefusedSegment(context, match);
  // PACKAGE_TARGET_RESOLVE 1.vii: if HAS_REFUSED_SEGMENT(MATCH) returns true, throw an error with the code
  //   `ERR_INVALID_MODULE_SPECIFIER`;
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 1.vii', isRefused, match))
    throw invalidMatch(context, lookup);
  warnOfEmptySegments(context, lookup, target, match);
  // PACKAGE_TARGET_RESOLVE 1.viii: (node 12–16) if KEY is a folder mapping, return the URL of MATCH in URL;
  if (checkFolderMapping(context, 'PACKAGE_TARGET_RESOLVE 1.viii', key)) return new URL(match, url);
  // PACKAGE_TARGET_RESOLVE 1.ix: return the URL of INSERT_MATCH(URL, KEY, MATCH).
  const matched = new URL(insertMatch(context, lookup, url.href));
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 1.ix', 'done', matched.href);
  return matched;
}

/** Where a target, or what a key has matched, has two slashes or one at an end. */
function warnOfEmptySegments(context: ResolverContext, lookup: Lookup, target: string, text: string): void {
  const { pkg, key, match, request, internal, base } = lookup;
  if (!text.split(/[\\/]/).includes('') || (!internal && request.endsWith('/'))) return;
  const { DEP0166, doubleSlash, outerSlash, matchedTo } = context.texts;
  const matched = match === undefined ? target : target.replaceAll('*', () => match);
  const isDouble = /[/\\]{2}/.test(text === target ? matched : request);
  const message = fill(DEP0166, {
    slashes: isDouble ? doubleSlash : outerSlash,
    target: matched,
    request,
    matched: key === request ? '' : fill(matchedTo, { key }),
    map: mapOf(lookup),
    file: fileOf(context, pkg),
    from: importedFrom(context, base),
  });
  deprecate(context, 'DEP0166', message);
}

function isList(context: ResolverContext, target: unknown): target is readonly unknown[] {
  // PACKAGE_TARGET_RESOLVE 2: If TARGET is an array,
  return checkAbout(context, 'PACKAGE_TARGET_RESOLVE 2', Array.isArray(target), target);
}

function resolveList(context: ResolverContext, lookup: Lookup, items: readonly unknown[]): Resolved {
  // PACKAGE_TARGET_RESOLVE 2.i: if TARGET is empty, return null;
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 2.i', items.length === 0, items)) return null;
  // PACKAGE_TARGET_RESOLVE 2.ii: let LAST be undefined;
  let last: null | undefined | LoaderError;
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 2.ii', 'done', items);
  for (const item of items) {
    // PACKAGE_TARGET_RESOLVE 2.iii: for each ITEM of TARGET,
    noteAbout(context, 'PACKAGE_TARGET_RESOLVE 2.iii', 'done', item);
    // PACKAGE_TARGET_RESOLVE 2.iii.a: let RESULT be the result of PACKAGE_TARGET_RESOLVE(PACKAGE, ITEM, KEY,
    //   MATCH, INTERNAL), or the error that it throws if the code of that is `ERR_INVALID_PACKAGE_TARGET`;
    const result = resolveItem(context, lookup, item);
    noteAbout(context, 'PACKAGE_TARGET_RESOLVE 2.iii.a', 'done', item);
    // PACKAGE_TARGET_RESOLVE 2.iii.b: if RESULT is a URL, return RESULT;
    if (checkAboutIs(context, 'PACKAGE_TARGET_RESOLVE 2.iii.b', result, isUrl, item)) return result;
    // PACKAGE_TARGET_RESOLVE 2.iii.c: if RESULT is null or an error, let LAST be RESULT;
    if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 2.iii.c', result !== undefined, item)) last = result;
  }
  return endOfList(context, lookup, last);
}

function isUrl(result: unknown): result is URL {
  return result instanceof URL;
}

/** An invalid target does not end a list: its error is returned. */
function resolveItem(context: ResolverContext, lookup: Lookup, item: unknown): Resolved | LoaderError {
  try {
    return packageTargetResolve(context, lookup, item);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_INVALID_PACKAGE_TARGET') return error;
    throw error;
  }
}

function endOfList(
  context: ResolverContext,
  { key }: Lookup,
  last: null | undefined | LoaderError,
): null | undefined {
  // PACKAGE_TARGET_RESOLVE 2.iv: if LAST is an error, throw LAST;
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 2.iv', last ? 'thrown' : 'fails', key);
  if (last) throw last;
  // PACKAGE_TARGET_RESOLVE 2.v: return LAST.
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 2.v', 'done', key);
  return last;
}

function isConditions(
  context: ResolverContext,
  target: unknown,
): target is Readonly<Record<string, unknown>> {
  // PACKAGE_TARGET_RESOLVE 3: If TARGET is an object,
  return checkAboutIs(context, 'PACKAGE_TARGET_RESOLVE 3', target, isObject, target);
}

function resolveConditions(
  context: ResolverContext,
  lookup: Lookup,
  target: Readonly<Record<string, unknown>>,
): Resolved {
  const keys = Object.getOwnPropertyNames(target);
  // PACKAGE_TARGET_RESOLVE 3.i: if one of its keys is how JavaScript writes a number from 0 up to, but not
  //   including, 4294967295 (such as `7` or `1.5`), throw an error with the code
  //   `ERR_INVALID_PACKAGE_CONFIG`;
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 3.i', keys.some(isArrayIndex), keys))
    throw invalidMap(context, lookup.pkg, context.texts.numericKeys, lookup.base);
  for (const condition of keys) {
    // PACKAGE_TARGET_RESOLVE 3.ii: for each CONDITION of its keys, in the order in which they are written,
    noteAbout(context, 'PACKAGE_TARGET_RESOLVE 3.ii', 'done', condition);
    const applies = conditionApplies(context, condition);
    // PACKAGE_TARGET_RESOLVE 3.ii.a: if CONDITION_APPLIES(CONDITION) returns false, go on with the next
    //   CONDITION;
    if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 3.ii.a', !applies, condition)) continue;
    // PACKAGE_TARGET_RESOLVE 3.ii.b: let RESULT be the result of PACKAGE_TARGET_RESOLVE(PACKAGE, the value of
    //   CONDITION in TARGET, KEY, MATCH, INTERNAL);
    noteAbout(context, 'PACKAGE_TARGET_RESOLVE 3.ii.b', 'done', target[condition]);
    const result = packageTargetResolve(context, lookup, target[condition]);
    // PACKAGE_TARGET_RESOLVE 3.ii.c: if RESULT is not undefined, return RESULT;
    if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 3.ii.c', result !== undefined, condition)) return result;
  }
  // PACKAGE_TARGET_RESOLVE 3.iii: return undefined.
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 3.iii', 'done', keys);
  return undefined;
}

/** What JavaScript would take for the index of an array, and numbers with a fraction. */
function isArrayIndex(key: string): boolean {
  return String(Number(key)) === key && Number(key) >= 0 && Number(key) < 0xffff_ffff;
}

function resolveOther(context: ResolverContext, lookup: Lookup, target: unknown): null {
  // PACKAGE_TARGET_RESOLVE 4: If TARGET is null, return null.
  if (checkAbout(context, 'PACKAGE_TARGET_RESOLVE 4', target === null, target)) return null;
  // PACKAGE_TARGET_RESOLVE 5: Throw an error with the code `ERR_INVALID_PACKAGE_TARGET`.
  noteAbout(context, 'PACKAGE_TARGET_RESOLVE 5', 'thrown', target);
  throw invalidTarget(context, lookup, target);
}

/** CONDITION_APPLIES: whether a condition is one of those that apply to the way, or one that the user adds. */
function conditionApplies(context: ResolverContext, condition: string): boolean {
  if (context.onlyConditions) return condition === 'default' || context.onlyConditions.has(condition);
  const conditions: readonly string[] = context.behaviours.conditions;
  const isPlain = ['default', 'node'].includes(condition);
  // CONDITION_APPLIES 1: If CONDITION is `default` or `node`, return true.
  if (checkAbout(context, 'CONDITION_APPLIES 1', isPlain, condition)) return true;
  // CONDITION_APPLIES 2: If CONDITION is the way of the specifier, return true.
  if (checkAbout(context, 'CONDITION_APPLIES 2', condition === context.way, condition)) return true;
  const isAddons = condition === 'node-addons';
  // CONDITION_APPLIES 3: (node 14+) If CONDITION is `node-addons`, return true.
  if (conditions.includes('node-addons') && checkAbout(context, 'CONDITION_APPLIES 3', isAddons, condition))
    return true;
  const isSync = condition === 'module-sync';
  // CONDITION_APPLIES 4: (node 20+) If CONDITION is `module-sync`, return true.
  if (conditions.includes('module-sync') && checkAbout(context, 'CONDITION_APPLIES 4', isSync, condition))
    return true;
  const isAdded = context.conditions.includes(condition);
  // CONDITION_APPLIES 5: If CONDITION is one that the user adds, return true.
  if (checkAbout(context, 'CONDITION_APPLIES 5', isAdded, condition)) return true;
  // CONDITION_APPLIES 6: Return false.
  noteAbout(context, 'CONDITION_APPLIES 6', 'done', condition);
  return false;
}

/** HAS_REFUSED_SEGMENT: whether a target or a match has a segment that it must not have. */
function hasRefusedSegment(context: ResolverContext, text: string): boolean {
  for (const written of text.split(/[\\/]/)) {
    // HAS_REFUSED_SEGMENT 1: For each SEGMENT of TEXT,
    let segment = written;
    noteAbout(context, 'HAS_REFUSED_SEGMENT 1', 'done', segment);
    if (context.behaviours.refusedSegments === 'are compared decoded') {
      // HAS_REFUSED_SEGMENT 1.i: (node 16+) let SEGMENT be SEGMENT percent-decoded, in lower case;
      segment = decodeLetters(segment).toLowerCase();
      noteAbout(context, 'HAS_REFUSED_SEGMENT 1.i', 'done', segment);
    }
    const isRefused = ['.', '..', 'node_modules'].includes(segment);
    // HAS_REFUSED_SEGMENT 1.ii: if SEGMENT is `.`, `..` or `node_modules`, return true.
    if (checkAbout(context, 'HAS_REFUSED_SEGMENT 1.ii', isRefused, segment)) return true;
  }
  // HAS_REFUSED_SEGMENT 2: Return false.
  noteAbout(context, 'HAS_REFUSED_SEGMENT 2', 'done', text);
  return false;
}

function decodeLetters(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** INSERT_MATCH: a target, or its URL, with what the key has matched. */
function insertMatch(context: ResolverContext, { key, match }: Lookup, text: string): string {
  // INSERT_MATCH 1: If MATCH is nothing, return TEXT.
  if (checkAboutIs(context, 'INSERT_MATCH 1', match, isNothing, text)) return text;
  // INSERT_MATCH 2: (node 12–16) If KEY is a folder mapping, return TEXT and MATCH.
  if (checkFolderMapping(context, 'INSERT_MATCH 2', key)) return text + match;
  if (context.behaviours.dollarInMatch === 'is a replacement pattern') {
    // INSERT_MATCH 3: (node 12–14) In MATCH, let `$$` be `$`, let `$&` be `*`, and let `` $` `` and `$'` be
    //   what precedes and what follows the replaced `*` in TEXT.
    noteAbout(context, 'INSERT_MATCH 3', 'done', match);
    return inserted(context, text, match);
  }
  return inserted(context, text, () => match);
}

/** A match that is a text, and not a function that gives it, is a pattern of JavaScript's own `replace`. */
function inserted(context: ResolverContext, text: string, match: string | (() => string)): string {
  // INSERT_MATCH 4: Return TEXT with MATCH in the place of each `*`.
  noteAbout(context, 'INSERT_MATCH 4', 'done', text);
  return typeof match === 'string' ? text.replaceAll('*', match) : text.replaceAll('*', match);
}
