// The operations of spec/01-algorithm/4-import-algorithm.md from the URL of a file to that of its real path, in the order of the page.

import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ResolverContext } from '../context/context.ts';
import { check, checkAbout, note, noteAbout } from '../context/trace.ts';
import { nulAfterFile } from '../errors/errors.ts';
import { directoryImport, noFilePath, notFoundByImport } from '../errors/import-errors.ts';
import type { LoaderError } from '../errors/node-error.ts';
import { invalidModuleSpecifier } from '../errors/package-errors.ts';
import { stat } from '../files/stat.ts';
import { parseImports } from '../packages/package-json.ts';
import { lookupPackageScope } from '../packages/package-scope.ts';
import { type ImportReferrer, nameOf } from './referrer.ts';

/** RESOLVE_FILE_URL: the URL of the file at a `file:` URL, with its real path. */
export function resolveFileUrl(context: ResolverContext, url: URL, y: ImportReferrer): string {
  const { encodedSlash } = context.texts;
  const isEncoded = /%2F|%5C/i.test(url.pathname);
  // RESOLVE_FILE_URL 1:
  if (checkAbout(context, 'RESOLVE_FILE_URL 1', isEncoded, url.href))
    throw refusal(context, y, (base) => invalidModuleSpecifier(context, url.pathname, encodedSlash, base));
  // RESOLVE_FILE_URL 2:
  const p = fileURLToPath(url);
  note(context, 'RESOLVE_FILE_URL 2', 'done', p);
  refuseFolder(context, url, p, y);
  const found = locate(context, url, p);
  readScope(context, found);
  return found.href;
}

function refuseFolder(context: ResolverContext, url: URL, p: string, y: ImportReferrer): void {
  // RESOLVE_FILE_URL 3:
  if (check(context, 'RESOLVE_FILE_URL 3', p.endsWith('/'), p))
    throw refusal(context, y, (base) => directoryImport(context, p, base, url));
  const kind = stat(context, p);
  // RESOLVE_FILE_URL 4:
  if (check(context, 'RESOLVE_FILE_URL 4', kind === 'folder', p))
    throw refusal(context, y, (base) => directoryImport(context, p, base, url));
  // RESOLVE_FILE_URL 5:
  if (check(context, 'RESOLVE_FILE_URL 5', kind !== 'file', p))
    throw refusal(context, y, (base) => notFoundByImport(context, p, base, url));
}

function locate(context: ResolverContext, url: URL, p: string): URL {
  // RESOLVE_FILE_URL 6:
  if (check(context, 'RESOLVE_FILE_URL 6', context.preservesLinks.modules === true, p)) return url;
  // RESOLVE_FILE_URL 7:
  if (checkAbout(context, 'RESOLVE_FILE_URL 7', p.includes('\0'), p))
    throw nulAfterFile(context, 'throws ERR_INVALID_ARG_VALUE', p);
  // RESOLVE_FILE_URL 8:
  const real = pathToFileURL(context.looks.realpath(p));
  real.search = url.search;
  real.hash = url.hash;
  noteAbout(context, 'RESOLVE_FILE_URL 8', 'done', real.href);
  return real;
}

/** Some lines find out the format of a file when they resolve it. */
function readScope(context: ResolverContext, url: URL): void {
  const extensions: readonly string[] = context.behaviours.scopeOfImported;
  const p = fileURLToPath(url);
  const isRead = extensions.includes(extname(p));
  if (extensions.length === 0) return;
  // RESOLVE_FILE_URL 9:
  if (!check(context, 'RESOLVE_FILE_URL 9', isRead, p)) return;
  const scope = lookupPackageScope(context, p, true);
  if (scope && extname(p) !== '') parseImports(context, 'RESOLVE_FILE_URL 9.i', scope);
}

/** REFUSE_FILE: what is thrown for a file; it is about the file path of the referrer. */
function refusal(
  context: ResolverContext,
  y: ImportReferrer,
  makeError: (base: string) => LoaderError,
): LoaderError {
  const hasPath = y.path !== undefined;
  if (context.behaviours.referrerOfRefusal === 'needs a file path') {
    // REFUSE_FILE 1:
    if (check(context, 'REFUSE_FILE 1', !hasPath)) return noFilePath(context);
  }
  // REFUSE_FILE 2:
  note(context, 'REFUSE_FILE 2', 'thrown');
  return makeError(nameOf(y));
}
