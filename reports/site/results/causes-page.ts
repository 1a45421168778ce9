// Why cases fail in all implementations, and how many fail each case.

import { groupBy } from '../../../model/group-by.ts';
import { type CausesData, causesData } from '../../html/model/causes-data.ts';
import { type CaseItem, isBad, type Model } from '../../html/model/model.ts';
import { failBarsHtml } from '../../parts/causes/fail-bars-html.ts';
import { plural, stripCode } from '../../parts/titles.ts';
import { hint, link, scroller } from '../frame/elements.ts';
import { pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { causeSections } from './cause-sections.ts';

export function causesPage(site: SiteData): SiteFile {
  const { model } = site;
  const links = linksFrom(site, 1);
  const data = causesData(model, model.columns, model.cases);
  const groups = groupBy(model.cases, (item) => failuresOf(model, item));
  const body = [
    '<div class="causes"><h1>Causes</h1>',
    `<p class="provenance">${plural(data.failed.length, 'failure')} of ${plural(model.columns.length, 'implementation')}</p>`,
    data.failed.length === 0 ? '<p class="empty">Nothing fails.</p>' : '',
    ...causeSections(model, data, links, 20),
    data.failed.length === 0 ? '' : failCounts(data, groups),
    ...failLists(groups, links),
    '</div>',
  ];
  return { path: 'causes/index.html', text: pageHtml({ title: 'Causes', depth: 1, part: 'Causes', body }) };
}

function failuresOf({ columns }: Model, item: CaseItem): number {
  return columns.filter((column) => isBad(column.letter(item))).length;
}

type FailGroups = ReadonlyMap<number, readonly CaseItem[]>;

function failCounts({ failBars }: CausesData, groups: FailGroups): string {
  const bars = failBarsHtml(failBars, ({ failing }) =>
    groups.has(failing) && failing > 0 ? `#fail-${failing}` : '#main',
  );
  const title = 'How many implementations fail each case';
  return `<h2>${title}</h2>${scroller(title, bars)}`;
}

/** The cases that most implementations fail come first. */
function failLists(groups: FailGroups, links: Links): string[] {
  return [...groups]
    .filter(([failing]) => failing > 0)
    .sort(([a], [b]) => b - a)
    .map(([failing, own]) => {
      const items = own.map((item) => `<li>${link(links.case(item.id), stripCode(item.title))}</li>`);
      return `<section><h3 id="fail-${failing}">Failing in ${failing} ${hint(plural(own.length, 'case'))}</h3>
<ul class="columns-list">${items.join('')}</ul></section>`;
    });
}
