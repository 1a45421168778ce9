// What `import` resolves to, with the errors that Node throws.

import { posix } from 'node:path';
import type { ResolverContext } from '../context/context.ts';
import { fill } from '../errors/texts.ts';
import type { PathRules } from '../paths/path-rules.ts';
import { esmResolve } from './esm-resolve.ts';
import { importMetaResolve } from './import-meta-resolve.ts';
import { type ImportReferrer, importReferrer } from './referrer.ts';

/** What `require` resolves a specifier to from a file; throws if that is nothing. */
export type ResolveByRequire = (specifier: string, referrer: string) => string;

/** Settings of one question. */
export interface ImportOptions {
  /** Conditions of package maps that apply besides those of the line and of the loader. */
  readonly conditions?: readonly string[];
}

/** The URL that a specifier resolves to; `byRequire` is asked what an error can advise. */
export function resolveImport(
  context: ResolverContext,
  x: string,
  y: ImportReferrer,
  byRequire: ResolveByRequire,
): string {
  try {
    return esmResolve(context, x, y);
  } catch (error) {
    const { code } = Object(error);
    if (error instanceof Error && (code === 'ERR_MODULE_NOT_FOUND' || code === 'ERR_UNSUPPORTED_DIR_IMPORT'))
      addHint(context, error, x, y, byRequire);
    throw error;
  }
}

function addHint(
  { texts, paths }: ResolverContext,
  error: Error,
  x: string,
  { path }: ImportReferrer,
  byRequire: ResolveByRequire,
): void {
  const asked = x.startsWith('file://') ? paths.toPath(x) : x;
  const file = path === undefined ? undefined : attempt(() => byRequire(asked, path));
  if (path === undefined || file === undefined) return;
  if (texts.hintedFile === 'is a path') {
    error.message += fill(texts.importHint, { found: pathHint(paths, asked, file, path) });
    return;
  }
  const found = specifierHint(paths, asked, file, path);
  if (found !== asked) error.message += fill(texts.importHint, { found: JSON.stringify(found) });
}

function attempt(resolve: () => string): string | undefined {
  try {
    return resolve();
  } catch {
    return undefined;
  }
}

/** A path that starts from the referrer itself, or what follows the name of a package. */
function pathHint(paths: PathRules, x: string, file: string, referrer: string): string {
  if (isRelative(x)) {
    const found = paths.relative(referrer, file);
    return found.startsWith(`..${paths.sep}`) ? found : `./${found}`;
  }
  const index = isBare(x) ? file.indexOf(x.split('/')[0] ?? '') : -1;
  return index < 0 ? file : file.slice(index);
}

/** What can be imported instead. */
function specifierHint(paths: PathRules, x: string, file: string, referrer: string): string {
  if (isRelative(x)) {
    const folder = posix.dirname(paths.toUrl(referrer).pathname);
    const found = posix.relative(folder, paths.toUrl(file).pathname);
    return found.startsWith('../') ? found : `./${found}`;
  }
  if (!isBare(x)) return file;
  const name = x.split('/')[0] ?? '';
  const needle = ['', 'node_modules', name, ''].join(paths.sep);
  const index = file.lastIndexOf(needle);
  if (index < 0) return paths.toUrl(file).href;
  const rest = file
    .slice(index + needle.length)
    .split(paths.sep)
    .map(encodeURIComponent);
  return `${name}/${rest.join('/')}`;
}

function isRelative(x: string): boolean {
  return /^\.\.?(?:\/|$)/.test(x);
}

function isBare(x: string): boolean {
  return /^[^/.]/.test(x);
}

/** The two functions of a loader that ask as `import` and `import.meta.resolve` do. */
export interface ImportResolver {
  resolveImport(specifier: string, referrer: string, options?: ImportOptions): string;
  resolveImportMeta(specifier: string, referrer: string, options?: ImportOptions): string;
}

/**
 * Both functions for the context of a loader.
 * @throws {RangeError} when they are called in an edition without `import`.
 */
export function createImportResolver(context: ResolverContext, byRequire: ResolveByRequire): ImportResolver {
  const contextOf = ({ conditions = [] }: ImportOptions = {}): ResolverContext => {
    if (context.behaviours.packageMaps === 'are ignored')
      throw new RangeError('this edition has no import: it came with Node 12');
    return { ...context, way: 'import', conditions: [...context.conditions, ...conditions] };
  };
  const resolve = (own: ResolverContext, x: string, y: ImportReferrer): string =>
    resolveImport(own, x, y, byRequire);
  return {
    resolveImport: (x, referrer, options) =>
      resolve(contextOf(options), x, importReferrer(context.paths, referrer)),
    resolveImportMeta: (x, referrer, options) =>
      importMetaResolve(contextOf(options), x, importReferrer(context.paths, referrer), resolve),
  };
}
