// The operation ESM_RESOLVE of spec/01-algorithm/4-import-algorithm.md: from a specifier and a referrer to a URL.

import type { ResolverContext } from '../context/context.ts';
import { isNothing, isPresent } from '../context/kinds.ts';
import { checkAbout, checkAboutIs, checkIs, note, noteAbout } from '../context/trace.ts';
import { invalidUrl, noFilePath, unsupportedRequest, unsupportedScheme } from '../errors/import-errors.ts';
import { packageImportsResolve } from '../package-maps/imports.ts';
import { isRefusedName, packageResolve } from '../package-maps/package-resolve.ts';
import { isCoreModule } from '../specifiers/core-module-names.ts';
import { resolveFileUrl } from './file-url.ts';
import type { ImportReferrer } from './referrer.ts';

/** ESM_RESOLVE: the URL to which the specifier X resolves for the module Y. */
export function esmResolve(context: ResolverContext, x: string, y: ImportReferrer): string {
  const own = URL.canParse(x) ? new URL(x) : undefined;
  // ESM_RESOLVE 1: If X is a URL by itself,
  if (checkIs(context, 'ESM_RESOLVE 1', own, isPresent)) return resolveUrl(context, x, own, y);
  return resolveText(context, x, y);
}

function resolveUrl(context: ResolverContext, x: string, url: URL, y: ImportReferrer): string {
  const { protocol, href } = url;
  const isKept = context.behaviours.dataUrl === 'is kept as written';
  // ESM_RESOLVE 1.i: (node 12–14) if it is a `data:` URL, return X;
  if (isKept && checkAbout(context, 'ESM_RESOLVE 1.i', protocol === 'data:', href)) return x;
  // ESM_RESOLVE 1.ii: if it is a `node:` URL, return X;
  if (checkAbout(context, 'ESM_RESOLVE 1.ii', protocol === 'node:', href)) return x;
  const isRefused = context.behaviours.otherScheme === 'is refused';
  const isOther = protocol !== 'file:' && protocol !== 'data:';
  // ESM_RESOLVE 1.iii: (node 12–16) if it is neither a `file:` URL nor a `data:` URL, throw an error with the
  //   code `ERR_UNSUPPORTED_ESM_URL_SCHEME`;
  if (isRefused && checkAbout(context, 'ESM_RESOLVE 1.iii', isOther, href))
    throw unsupportedScheme(context, protocol);
  // ESM_RESOLVE 1.iv: let URL be X, and go to step 7.
  noteAbout(context, 'ESM_RESOLVE 1.iv', 'done', href);
  return finish(context, url, y);
}

function resolveText(context: ResolverContext, x: string, y: ImportReferrer): string {
  // ESM_RESOLVE 2: If IS_CORE_MODULE(X) returns true, return `node:` and X.
  if (checkAbout(context, 'ESM_RESOLVE 2', isCoreModule(context, x), x)) return `node:${x}`;
  // ESM_RESOLVE 3: If X is `.` or `..`, or begins with `/`, `./` or `../`,
  const isRelative = checkAbout(context, 'ESM_RESOLVE 3', isPath(x), x);
  return finish(context, isRelative ? resolveRelative(context, x, y) : resolveName(context, x, y), y);
}

function isPath(x: string): boolean {
  return /^(?:\/|\.\.?(?:\/|$))/.test(x);
}

function resolveRelative(context: ResolverContext, x: string, y: ImportReferrer): URL {
  const url = URL.canParse(x, y.url.href) ? new URL(x, y.url) : undefined;
  // ESM_RESOLVE 3.i: if there is no URL of X in Y, do REFUSE_REFERRER(X, Y);
  if (checkAboutIs(context, 'ESM_RESOLVE 3.i', url, isNothing, x)) refuseReferrer(context, x, y);
  // ESM_RESOLVE 3.ii: let URL be the URL of X in Y, and go to step 7.
  noteAbout(context, 'ESM_RESOLVE 3.ii', 'done', url.href);
  return url;
}

function resolveName(context: ResolverContext, x: string, y: ImportReferrer): URL {
  // ESM_RESOLVE 4: If Y is not a `file:` URL, do REFUSE_REFERRER(X, Y).
  if (checkIs(context, 'ESM_RESOLVE 4', y.path, isNothing)) refuseReferrer(context, x, y);
  // ESM_RESOLVE 5: If X begins with `#`, let URL be the result of PACKAGE_IMPORTS_RESOLVE(X, the file path of
  //   Y), and go to step 7.
  if (checkAbout(context, 'ESM_RESOLVE 5', x.startsWith('#'), x)) {
    return packageImportsResolve(context, x, y.path).url;
  }
  // ESM_RESOLVE 6: Let URL be the result of PACKAGE_RESOLVE(X, the file path of Y).
  noteAbout(context, 'ESM_RESOLVE 6', 'done', x);
  return packageResolve(context, x, y.path);
}

function finish(context: ResolverContext, url: URL, y: ImportReferrer): string {
  // ESM_RESOLVE 7: If URL is not a `file:` URL, return URL.
  if (checkAbout(context, 'ESM_RESOLVE 7', url.protocol !== 'file:', url.href)) return url.href;
  // ESM_RESOLVE 8: Return RESOLVE_FILE_URL(URL, Y).
  note(context, 'ESM_RESOLVE 8', 'done');
  return resolveFileUrl(context, url, y);
}

/** REFUSE_REFERRER: what is thrown for a specifier that needs a place, from a referrer that has none. */
function refuseReferrer(context: ResolverContext, x: string, y: ImportReferrer): never {
  const { placelessReferrer } = context.behaviours;
  if (placelessReferrer !== 'throws ERR_UNSUPPORTED_RESOLVE_REQUEST') {
    const isRootHash = /^#(?:\/|$)/.test(x);
    // REFUSE_REFERRER 1: (node 12–18) If X is `#` or begins with `#/`, throw an error with the code
    //   `ERR_INVALID_URL_SCHEME`.
    if (checkAbout(context, 'REFUSE_REFERRER 1', isRootHash, x)) throw noFilePath(context);
    // REFUSE_REFERRER 2: (node 18) If X begins with `#` and ends in `/`, throw an error with the code
    //   `ERR_INVALID_URL_SCHEME`.
    if (
      context.behaviours.trailingSlashImports === 'are refused' &&
      checkAbout(context, 'REFUSE_REFERRER 2', /^#.*\/$/s.test(x), x)
    )
      throw noFilePath(context);
    const isStrange = !x.startsWith('#') && !isPath(x) && isRefusedName(x);
    // REFUSE_REFERRER 3: (node 16–18) If X does not begin with `#`, is not a path as in step 3 of
    //   ESM_RESOLVE, and steps 3 and 4 of PACKAGE_RESOLVE refuse it, throw an error with the code
    //   `ERR_INVALID_URL_SCHEME`.
    if (
      placelessReferrer !== 'throws ERR_INVALID_URL' &&
      checkAbout(context, 'REFUSE_REFERRER 3', isStrange, x)
    )
      throw noFilePath(context);
    // REFUSE_REFERRER 4: (node 12–18) Throw an error with the code `ERR_INVALID_URL`.
    noteAbout(context, 'REFUSE_REFERRER 4', 'thrown', x);
    throw invalidUrl(context, x);
  }
  // REFUSE_REFERRER 5: (node 20+) Throw an error with the code `ERR_UNSUPPORTED_RESOLVE_REQUEST`.
  noteAbout(context, 'REFUSE_REFERRER 5', 'thrown', x);
  throw unsupportedRequest(context, x, y.url.href);
}
