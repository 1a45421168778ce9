// A word to whoever asks for a case by an id that it had before.

import { type Catalog, presentIdIn } from '../cases/catalog.ts';

/** @param asked ids, or globs, which no id was ever called */
export function noteRenamed(catalog: Catalog, asked: readonly string[]): void {
  for (const id of asked) {
    const today = presentIdIn(catalog, id);
    if (today !== id) process.stderr.write(`modspec: '${id}' is called '${today}' now\n`);
  }
}
