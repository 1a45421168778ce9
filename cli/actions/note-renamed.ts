// A note for the user who names a case by a former id.

import { type Catalog, presentIdIn } from '../../suite/cases/catalog.ts';

/** @param asked ids or globs; a glob is never a former id */
export function noteRenamed(catalog: Catalog, asked: readonly string[]): void {
  for (const id of asked) {
    const today = presentIdIn(catalog, id);
    if (today !== id) process.stderr.write(`modspec: '${id}' was renamed to '${today}'\n`);
  }
}
