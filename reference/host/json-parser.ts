// The function that reads JSON texts: a program may have replaced that of the host.

import type { Behaviours } from '../behaviours/behaviours.ts';

const own = JSON.parse;

/** `JSON.parse` as the loader of this line calls it. */
export function jsonParser({ jsonParser: kept }: Behaviours): typeof JSON.parse {
  return kept === 'is that of the program' ? JSON.parse : own;
}
