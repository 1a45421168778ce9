// Folder mappings: keys of a map that end in a slash.

import type { ResolverContext } from '../context/context.ts';
import { checkAbout } from '../context/trace.ts';

/** Whether a key is that of a folder mapping. */
export function isFolderMapping({ behaviours }: ResolverContext, key = ''): boolean {
  if (behaviours.folderMappings === 'are not matched' || !key.endsWith('/')) return false;
  return behaviours.patternTrailers === 'are not matched' || !key.includes('*');
}

/** Whether a step applies that is for folder mappings alone; lines without them do not have the step. */
export function checkFolderMapping(context: ResolverContext, step: string, key: string | undefined): boolean {
  if (context.behaviours.folderMappings === 'are not matched') return false;
  return checkAbout(context, step, isFolderMapping(context, key), key);
}
