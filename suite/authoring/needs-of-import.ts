// What a loader must offer to be asked an import.

import type { Need, WayOfImport } from '../../model/vocabulary.ts';

/** The needs of one question. */
export function needsOfImport(by: WayOfImport, specifier: string): Need[] {
  return isReadAsUrl(specifier) ? [by, 'url specifiers'] : [by];
}

/** Whether it has a scheme, an escape, a query or a fragment, or a character that a URL changes. */
function isReadAsUrl(specifier: string): boolean {
  return /^[a-z][a-z\d+.-]*:|^\/\/|.#|[%?\\]|[^!-~]/i.test(specifier.replace(/^node:/, ''));
}
