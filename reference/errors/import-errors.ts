// The errors of `import`.

import type { Teller } from './errors.ts';
import { type LoaderError, nodeError } from './node-error.ts';
import { fill, type Telling } from './texts.ts';

/** There is no file at a URL. Newer lines say which URL that is. */
export function notFoundByImport(teller: Teller, path: string, base: string, url: URL): LoaderError {
  const message = fill(teller.texts.notFoundByImport, { kind: 'module', path, base });
  const error = nodeError(teller, new Error(message), 'ERR_MODULE_NOT_FOUND');
  return teller.behaviours.missingImport === 'has its URL in the error' ? withUrl(error, url) : error;
}

/** The URL is that of a folder. */
export function directoryImport(teller: Telling, path: string, base: string, url: URL): LoaderError {
  const error = new Error(fill(teller.texts.directoryImport, { path, base }));
  return withUrl(nodeError(teller, error, 'ERR_UNSUPPORTED_DIR_IMPORT'), url);
}

function withUrl(error: LoaderError, { href }: URL): LoaderError {
  error.url = href;
  return error;
}

export function unsupportedScheme(teller: Telling, protocol: string): LoaderError {
  const isDrive = teller.paths.platform === 'win32' && protocol.length === 2;
  const advice = isDrive ? teller.texts.driveAdvice : '';
  const message = fill(teller.texts.unsupportedScheme, { protocol, advice });
  return nodeError(teller, new Error(message), 'ERR_UNSUPPORTED_ESM_URL_SCHEME');
}

/** A specifier that is not a URL, from a referrer that has no place. */
export function invalidUrl(teller: Telling, input: string): LoaderError {
  const error = new TypeError(fill(teller.texts.invalidUrl, { input }));
  return nodeError(teller, error, 'ERR_INVALID_URL');
}

/** The same in newer lines. */
export function unsupportedRequest(teller: Telling, specifier: string, base: string): LoaderError {
  const error = new TypeError(fill(teller.texts.unsupportedRequest, { specifier, base }));
  return nodeError(teller, error, 'ERR_UNSUPPORTED_RESOLVE_REQUEST');
}

/** What `fileURLToPath` throws for the referrer, when an error is to name its path. */
export function noFilePath(teller: Telling): LoaderError {
  return nodeError(teller, new TypeError(teller.texts.noFilePath), 'ERR_INVALID_URL_SCHEME');
}
