// Who imports.

import type { PathRules } from '../paths/path-rules.ts';

/** The URL of the module that imports. */
export interface ImportReferrer {
  readonly url: URL;
  /** The file path of a `file:` URL; undefined for other URLs, which have none. */
  readonly path: string | undefined;
}

/**
 * The referrer at an absolute path, or with a `file:` or `data:` URL.
 * @throws {TypeError} for anything else.
 */
export function importReferrer(paths: PathRules, referrer: string): ImportReferrer {
  if (paths.isAbsolute(referrer)) return { url: paths.toUrl(referrer), path: paths.resolve(referrer) };
  const url = URL.canParse(referrer) ? new URL(referrer) : undefined;
  if (url?.protocol === 'file:') return { url, path: paths.toPath(url) };
  if (url?.protocol === 'data:') return { url, path: undefined };
  throw new TypeError(`the referrer '${referrer}' is neither an absolute path nor a file: or data: URL`);
}

/** How errors name a referrer: by its file path, where it has one. */
export function nameOf({ url, path }: ImportReferrer): string {
  return path ?? url.href;
}
