// Folder mappings: keys of a map that end in a slash.

import type { ResolverContext } from '../context/context.ts';

/** Whether a key is that of a folder mapping. */
export function isFolderMapping({ behaviours }: ResolverContext, key = ''): boolean {
  if (behaviours.folderMappings === 'are not matched' || !key.endsWith('/')) return false;
  return behaviours.patternTrailers === 'are not matched' || !key.includes('*');
}
