// The operations of spec/01-algorithm/4-import-algorithm.md from the URL of a file to that of its real path, in the order of the page.

import type { ResolverContext } from '../context/context.ts';
import { check, checkAbout, note, noteAbout } from '../context/trace.ts';
import { nulAfterFile } from '../errors/errors.ts';
import { directoryImport, noFilePath, notFoundByImport } from '../errors/import-errors.ts';
import type { LoaderError } from '../errors/node-error.ts';
import { invalidModuleSpecifier } from '../errors/package-errors.ts';
import { stat } from '../files/stat.ts';
import { checkScope } from './check-scope.ts';
import { type ImportReferrer, nameOf } from './referrer.ts';

/** RESOLVE_FILE_URL: the URL of the file at a `file:` URL, with its real path. */
export function resolveFileUrl(context: ResolverContext, url: URL, y: ImportReferrer): string {
  const p = pathOf(context, url, y);
  refuseFolder(context, url, p, y);
  return finish(context, locate(context, url, p));
}

function pathOf(context: ResolverContext, url: URL, y: ImportReferrer): string {
  const { encodedSlash } = context.texts;
  const isEncoded = /%2F|%5C/i.test(url.pathname);
  // RESOLVE_FILE_URL 1: If the path of URL contains `%2F` or `%5C`, in upper or lower case, do
  //   REFUSE_FILE(`ERR_INVALID_MODULE_SPECIFIER`, Y).
  if (checkAbout(context, 'RESOLVE_FILE_URL 1', isEncoded, url.href))
    throw refusal(context, y, (base) => invalidModuleSpecifier(context, url.pathname, encodedSlash, base));
  // RESOLVE_FILE_URL 2: Let P be the file path of URL.
  const p = context.paths.toPath(url);
  note(context, 'RESOLVE_FILE_URL 2', 'done', p);
  return p;
}

function refuseFolder(context: ResolverContext, url: URL, p: string, y: ImportReferrer): void {
  const isNamedFolder = p.endsWith('/');
  // RESOLVE_FILE_URL 3: If P ends in `/`, do REFUSE_FILE(`ERR_UNSUPPORTED_DIR_IMPORT`, Y).
  if (check(context, 'RESOLVE_FILE_URL 3', isNamedFolder, p))
    throw refusal(context, y, (base) => directoryImport(context, p, base, url));
  // RESOLVE_FILE_URL 4: Let KIND be the result of STAT(P).
  note(context, 'RESOLVE_FILE_URL 4', 'done', p);
  const kind = stat(context, p);
  // RESOLVE_FILE_URL 5: If KIND is `folder`, do REFUSE_FILE(`ERR_UNSUPPORTED_DIR_IMPORT`, Y).
  if (check(context, 'RESOLVE_FILE_URL 5', kind === 'folder', p))
    throw refusal(context, y, (base) => directoryImport(context, p, base, url));
  // RESOLVE_FILE_URL 6: If KIND is not `file`, do REFUSE_FILE(`ERR_MODULE_NOT_FOUND`, Y).
  if (check(context, 'RESOLVE_FILE_URL 6', kind !== 'file', p))
    throw refusal(context, y, (base) => notFoundByImport(context, p, base, url));
}

function locate(context: ResolverContext, url: URL, p: string): string {
  // RESOLVE_FILE_URL 7: If symbolic links are preserved, let FOUND be URL, and go to step 10.
  if (check(context, 'RESOLVE_FILE_URL 7', context.preservesLinks.modules === true, p)) return url.href;
  // RESOLVE_FILE_URL 8: If P contains the character U+0000, throw an error with the code
  //   `ERR_INVALID_ARG_VALUE`.
  if (checkAbout(context, 'RESOLVE_FILE_URL 8', p.includes('\0'), p))
    throw nulAfterFile(context, 'throws ERR_INVALID_ARG_VALUE', p);
  const end = p.endsWith(context.paths.sep) ? '/' : '';
  const found = urlOf(context, context.looks.realpath(p) + end) + url.search + url.hash;
  // RESOLVE_FILE_URL 9: Let FOUND be the URL of the real path of P, with the query and the fragment of URL; a
  //   `?` or `#` with nothing behind it is left out.
  noteAbout(context, 'RESOLVE_FILE_URL 9', 'done', found);
  return found;
}

/** The URL of a path, with the characters encoded that the line encodes, and not those of the Node that runs this. */
function urlOf({ behaviours, paths }: ResolverContext, path: string): string {
  const encoded: readonly string[] = behaviours.encodedInUrls;
  return paths.toUrl(path).href.replace(/[[\]^|~]|%(?:5[BDE]|7[CE])/g, (text) => {
    const character = decodeURIComponent(text);
    return encoded.includes(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : character;
  });
}

function finish(context: ResolverContext, found: string): string {
  const p = context.paths.toPath(found);
  if (context.behaviours.scopeOfImported.length > 0) {
    // RESOLVE_FILE_URL 10: (node 16+) Do CHECK_SCOPE(the file path of FOUND).
    note(context, 'RESOLVE_FILE_URL 10', 'done', p);
    checkScope(context, p);
  }
  // RESOLVE_FILE_URL 11: Return FOUND.
  note(context, 'RESOLVE_FILE_URL 11', 'found', p);
  return found;
}

/** REFUSE_FILE: the error for a file that cannot be imported; it names the file path of the referrer. */
function refusal(
  context: ResolverContext,
  y: ImportReferrer,
  makeError: (base: string) => LoaderError,
): LoaderError {
  if (context.behaviours.referrerOfRefusal === 'needs a file path') {
    // REFUSE_FILE 1: (node 12–18) If Y is not a `file:` URL, throw an error with the code
    //   `ERR_INVALID_URL_SCHEME`.
    if (check(context, 'REFUSE_FILE 1', y.path === undefined)) return noFilePath(context);
  }
  // REFUSE_FILE 2: Throw an error with the code CODE.
  note(context, 'REFUSE_FILE 2', 'thrown');
  return makeError(nameOf(y));
}
