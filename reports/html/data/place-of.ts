// The address in a report or a site for a link of a page.

import type { Catalog } from '../../../suite/cases/catalog.ts';
import { anchorOf } from '../../../suite/pages/anchor.ts';
import type { Places } from '../../parts/places.ts';

/** In the report, every place is behind the `#`. */
export const reportPlaces: Places = {
  page: (id) => `#page/${id}`,
  rule: (id) => `#rule/${id}`,
  case: (id) => `#case/${id}`,
};

/** Undefined for a link to something else than a page. */
export function createPlaceOf(
  { rules, cases }: Catalog,
  places: Places,
): (href: string) => string | undefined {
  const headings = new Map([
    ...[...rules.values()].map(({ id, title }) => [anchorOf(`${id} ${title}`), places.rule(id)] as const),
    ...cases.map(({ id, title }) => [anchorOf(`${id} ${title}`), places.case(id)] as const),
  ]);
  return (href) => {
    const [, page, anchor = ''] = pageLink.exec(href) ?? [];
    if (page === undefined && !href.startsWith('#')) return undefined;
    const heading = headings.get(page === undefined ? href.slice(1) : anchor);
    return heading ?? (page === undefined ? undefined : places.page(page, anchor));
  };
}

/** Such as `../04-folders/1-folder-main.md#folder-main-…`: the id of the page and the anchor. */
const pageLink = /^(?:(?:\.\.|\d+-[a-z0-9-]+)\/)*(?:\d+-)?([a-z0-9-]+)\.md(?:#(.*))?$/;
