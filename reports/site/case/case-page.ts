// The page of a case: what it asks, what each implementation answered, and where loaders left the steps.

import { caseHistories } from '../../html/model/histories.ts';
import type { CaseItem, Model } from '../../html/model/model.ts';
import { stripCode } from '../../parts/titles.ts';
import { caseHistoryHtml } from '../../parts/versions/case-history-html.ts';
import { escapeText } from '../../parts/xml.ts';
import { crumbsHtml, pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { caseBodyHtml } from './body-html.ts';
import { resultsHtml } from './results-html.ts';
import { stepsHtml } from './steps-html.ts';

export function casePage(site: SiteData, item: CaseItem): SiteFile {
  const { model } = site;
  const links = linksFrom(site, 2);
  const body = [
    crumbs(model, item, links),
    `<h1>${escapeText(stripCode(item.title))}</h1>`,
    propertiesHtml(item),
    ...caseBodyHtml(model.data, item),
    ...resultsHtml(model, item, links),
    overVersionsHtml(model, item),
    ...stepsHtml(model, item, links),
    neighboursHtml(model, item, links),
  ];
  const text = pageHtml({ title: stripCode(item.title), depth: 2, part: 'Specification', body });
  return { path: `case/${item.id}/index.html`, text };
}

function overVersionsHtml(model: Model, item: CaseItem): string {
  const histories = caseHistories(model, item);
  if (histories.length === 0) return '';
  return `<section aria-label="Over versions"><h2>Over versions</h2>${caseHistoryHtml(histories)}</section>`;
}

function crumbs({ pages }: Model, { ruleItem }: CaseItem, links: Links): string {
  const page = pages[ruleItem?.page ?? -1];
  if (!page || !ruleItem) return '';
  return crumbsHtml([
    [links.page(page.id, ''), page.title],
    [links.rule(ruleItem.id), stripCode(ruleItem.title)],
  ]);
}

function propertiesHtml({ id, level, needs, source }: CaseItem): string {
  const needed = needs.length === 0 ? '' : ` · needs ${escapeText(needs.join(', '))}`;
  return `<p class="properties"><code>${id}</code> · level <strong>${level}</strong>${needed} · <code>${escapeText(source)}</code></p>`;
}

/** So that one can read case after case. */
function neighboursHtml({ cases }: Model, { index }: CaseItem, links: Links): string {
  const [before, after] = [cases[index - 1], cases[index + 1]];
  const link = (item: CaseItem, arrow: string) =>
    `<a href="${links.case(item.id)}">${arrow} ${escapeText(stripCode(item.title))}</a>`;
  return `<nav class="neighbours" aria-label="Other cases">${before ? link(before, '←') : ''} ${after ? link(after, '→') : ''}</nav>`;
}
