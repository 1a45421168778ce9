// The addresses of a site, relative to a page, so that it works from a disk and below any path. They name `index.html`, because a
// disk does not.

import type { Column } from '../../html/model/model.ts';
import type { Places } from '../../parts/places.ts';
import type { SiteData } from './site-data.ts';

export interface Links extends Places {
  /** A file or folder at the top. */
  readonly top: (path: string) => string;
  readonly implementation: (column: Column) => string;
}

/** @param depth how many folders the page is below the top */
export function linksFrom({ folders }: Pick<SiteData, 'folders'>, depth: number): Links {
  const top = (path: string) => '../'.repeat(depth) + path;
  return {
    ...placesFrom(depth),
    top,
    implementation: (column) => top(`implementation/${folders.get(column)}/index.html`),
  };
}

export function placesFrom(depth: number): Places {
  const top = '../'.repeat(depth);
  return {
    page: (id, anchor) => `${top}specification/${id}/index.html${anchor === '' ? '' : `#${anchor}`}`,
    rule: (id) => `${top}rule/${id}/index.html`,
    case: (id) => `${top}case/${id}/index.html`,
  };
}
