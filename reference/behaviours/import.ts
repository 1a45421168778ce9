// What editions decide about `import`: the pages in spec/15-import.

import type { NodeFlags } from './node-flags.ts';

export const importFlags = {
  /**
   * A path at which the file system refuses to look, which `import` or a target of `imports` names.
   * - `is passed over`: as if nothing were there.
   * - `throws the error of the file system`: such as `ENOTDIR`.
   *
   * @decides import-unreachable, imports-package-unreachable
   */
  refusedLook: {
    'node-0.10': 'is passed over',
    'node-14': 'throws the error of the file system',
    'node-18': 'is passed over',
  },

  /**
   * A NUL character in the path of an imported file, where the file system may be asked.
   * - `is part of the path`: there is no such file.
   * - `ends the path`: a file at what precedes it is found, and then refused.
   *
   * @decides import-nul
   */
  nulInImportedPath: { 'node-0.10': 'is part of the path', 'node-18': 'ends the path' },

  /**
   * The text of a `data:` URL.
   * - `is kept as written`: the result is the specifier.
   * - `is written anew`: as URLs are, with the scheme in lower case.
   *
   * @decides import-data
   */
  dataUrl: { 'node-0.10': 'is kept as written', 'node-16': 'is written anew' },

  /**
   * A URL with a scheme that is none of `file:`, `data:` and `node:`.
   * - `is refused`: the error has the code `ERR_UNSUPPORTED_ESM_URL_SCHEME`.
   * - `resolves to itself`: only loading it throws that error.
   *
   * @decides import-scheme
   */
  otherScheme: { 'node-0.10': 'is refused', 'node-18': 'resolves to itself' },

  /**
   * A specifier that needs a place to start from, in a module that has none because its URL is a `data:` URL.
   * - `throws ERR_INVALID_URL`: the specifier is not a URL. `#` and what begins with `#/` throw `ERR_INVALID_URL_SCHEME`.
   * - `throws ERR_INVALID_URL, or ERR_INVALID_URL_SCHEME`: the second also for what can't be the name of a package.
   * - `throws ERR_UNSUPPORTED_RESOLVE_REQUEST`: the error names the specifier and the referrer.
   *
   * @decides import-from-data
   */
  placelessReferrer: {
    'node-0.10': 'throws ERR_INVALID_URL',
    'node-16': 'throws ERR_INVALID_URL, or ERR_INVALID_URL_SCHEME',
    'node-20': 'throws ERR_UNSUPPORTED_RESOLVE_REQUEST',
  },

  /**
   * The referrer, where an error is thrown about a file that it imports.
   * - `needs a file path`: for a `data:` URL the error is `ERR_INVALID_URL_SCHEME` instead.
   * - `may be any URL`: the error is about the file.
   *
   * @decides import-data-referrer
   */
  referrerOfRefusal: { 'node-0.10': 'needs a file path', 'node-20': 'may be any URL' },

  /**
   * Imported files whose package is looked up when they are resolved, so that a `package.json` that cannot be used is an error then.
   * - `.js`: those with this extension.
   * - `no extension`: those without any.
   * - `.ts`: those with this extension.
   *
   * @decides import-broken-scope
   */
  scopeOfImported: {
    'node-0.10': [],
    'node-16': ['.js'],
    'node-18': ['.js', 'no extension'],
    'node-22': ['.js', 'no extension', '.ts'],
  },

  /**
   * A file that does not exist.
   * - `has no URL in the error`: `import.meta.resolve` throws it.
   * - `has its URL in the error`: `import.meta.resolve` returns that URL.
   *
   * @decides import-meta-resolve-missing
   */
  missingImport: { 'node-0.10': 'has no URL in the error', 'node-18': 'has its URL in the error' },

  /**
   * Characters that are percent-encoded in the URL of a real path, beside those that every line encodes.
   * - `[`: an opening bracket.
   * - `]`: a closing bracket.
   * - `^`: a circumflex.
   * - `|`: a vertical bar.
   * - `~`: a tilde.
   *
   * @decides import-link
   * @unseen node-20, import-link: an answer is compared by the path in its URL
   */
  encodedInUrls: { 'node-0.10': [], 'node-20': ['[', ']', '^', '|', '~'] },

  /**
   * An error of a CommonJS module that an ES module imports.
   * - `rejects the import`: and nothing else.
   * - `is also a rejection of its own`: which nobody can handle, so that it ends the process.
   *
   * @decides import-call
   */
  importedError: {
    'node-0.10': 'rejects the import',
    'node-16': 'is also a rejection of its own',
    'node-22': 'rejects the import',
  },

  /**
   * An entry whose name ends in `.wasm`.
   * - `is loaded like .js`: as any other extension that nothing handles.
   * - `is imported`: whatever the `type` of its package is.
   *
   * @decides import-wasm
   */
  entryOfWebAssembly: { 'node-0.10': 'is loaded like .js', 'node-22': 'is imported' },
} as const satisfies NodeFlags;
