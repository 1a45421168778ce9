// The folder in which modspec keeps what it can make or fetch again.

import envPaths from 'env-paths';

/** `MODSPEC_CACHE`, or the system's folder for caches. */
export function cacheFolder(): string {
  return process.env['MODSPEC_CACHE'] || envPaths('modspec', { suffix: '' }).cache;
}
