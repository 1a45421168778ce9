// The first page: the heat map, the figures of each implementation, and where they disagree.

import { classifyRules, type RuleStanding } from '../../html/model/classify-rules.ts';
import { hasChapters, heatData } from '../../html/model/heat-data.ts';
import {
  type HeatKinds,
  type HeatLinks,
  heatLegendHtml,
  heatMapHtml,
} from '../../parts/heat-map/heat-map-html.ts';
import { plural, stripCode } from '../../parts/titles.ts';
import { escapeText } from '../../parts/xml.ts';
import { link } from '../frame/elements.ts';
import { pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { figuresHtml } from './figures-html.ts';
import { provenanceHtml, warningsHtml } from './provenance-html.ts';

export const heatTitle = 'The share of the cases that each implementation passes, page by page';

export function overviewPage(site: SiteData): SiteFile {
  const links = linksFrom(site, 0);
  const { disagreed, failed } = classifyRules(site.model, site.model.columns);
  const body = [
    '<div class="overview"><div class="opening"><h1>Conformance</h1>',
    provenanceHtml(site),
    '</div>',
    warningsHtml(site),
    ...heatHtml(site, links),
    figuresHtml(site, links),
    disagreed.length + failed.length === 0
      ? '<p class="all-pass">✓ Every case that was asked passes.</p>'
      : '',
    standingsHtml('Disagreements', disagreed, links),
    standingsHtml(site.model.columns.length > 1 ? 'Failing everywhere' : 'Failing', failed, links),
    '</div>',
  ];
  return { path: 'index.html', text: pageHtml({ title: 'Conformance', depth: 0, part: 'Overview', body }) };
}

/** Pages for wide windows, chapters for narrow ones; the style shows one of them. */
function heatHtml(site: SiteData, links: Links): string[] {
  const { model } = site;
  const draw = (grain: 'pages' | 'chapters', kinds: HeatKinds) =>
    heatData(model, model.columns, grain)
      .map((map) => heatMapHtml(map, heatLinks(site, links, grain), heatTitle, kinds))
      .join('');
  const narrow = hasChapters(model) ? 'chapters' : 'pages';
  return [
    '<figure class="heat-figure">',
    `<div class="heat-table scroll only-wide">${draw('pages', 'column')}</div>`,
    `<div class="heat-table scroll only-narrow">${draw(narrow, 'rows')}</div>`,
    `<figcaption class="heat-caption">${heatLegendHtml()}`,
    '<p class="hint">The mark in a bar is the null floor: what the best of three senseless loaders passes of the same cases.</p>',
    `<p class="heat-tools"><a href="${links.top('heat-map.svg')}">SVG</a> <a href="${links.top('heat-map.csv')}">CSV</a></p>`,
    '</figcaption></figure>',
  ];
}

/** A cell links to its page or chapter, at the page of the implementation. */
function heatLinks({ model }: SiteData, links: Links, grain: 'pages' | 'chapters'): HeatLinks {
  const byLabel = new Map(model.columns.map((column) => [column.label, column]));
  const own = (label: string) => {
    const column = byLabel.get(label);
    return column ? links.implementation(column) : '';
  };
  return {
    row: ({ label }) => own(label),
    part: ({ id }) =>
      grain === 'pages' ? links.page(id, '') : links.top(`specification/index.html#chapter-${id}`),
    cell: ({ label }, { id }) => `${own(label)}#${grain === 'pages' ? 'page' : 'chapter'}-${id}`,
  };
}

/** So many rules of a list are shown; the others are folded away. */
const first = 12;

function standingsHtml(title: string, all: readonly RuleStanding[], links: Links): string {
  if (all.length === 0) return '';
  const items = all.map((standing) => standingHtml(standing, links));
  const rest = items.slice(first);
  const more =
    rest.length === 0
      ? ''
      : `<details><summary>The other ${plural(rest.length, 'rule')}</summary><ul class="standings">${rest.join('')}</ul></details>`;
  return `<section><h2>${title} <span class="more hint">${plural(all.length, 'rule')}</span></h2>
<ul class="standings">${items.slice(0, first).join('')}</ul>${more}</section>`;
}

function standingHtml({ rule, cases, failing }: RuleStanding, links: Links): string {
  const who = failing
    .slice(0, 3)
    .map((column) => `<span class="chip is-f">✗ ${escapeText(column.label)}</span>`)
    .join('');
  const others = failing.length > 3 ? `<span class="chip">and ${failing.length - 3} more</span>` : '';
  return `<li><span class="count">${cases.length} of ${rule.cases.length}</span>
${link(links.rule(rule.id), stripCode(rule.title))}<span class="who">${who}${others}</span></li>`;
}
