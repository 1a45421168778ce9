// A page of the specification, with its rules, and its cases as links.

import { anchorOf } from '../../../suite/pages/anchor.ts';
import type { SectionData } from '../../html/data/report-data.ts';
import type { CaseItem, Model, Page, RuleItem } from '../../html/model/model.ts';
import { stripCode } from '../../parts/titles.ts';
import { escapeText } from '../../parts/xml.ts';
import { proseHtml } from '../case/body-html.ts';
import { link } from '../frame/elements.ts';
import { crumbsHtml, pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { casesOfRule, ruleProperties, ruleStrip } from './rule-html.ts';
import { caseChips, ruleChips } from './verdicts-html.ts';

export function pageOfSpecification(site: SiteData, page: Page): SiteFile {
  const { pages } = site.model;
  const links = linksFrom(site, 2);
  const [before, after] = [pages[page.index - 1], pages[page.index + 1]];
  const body = [
    crumbsHtml([[links.top('specification/index.html'), 'Specification']]),
    `<article class="spec-page"><h1>${escapeText(page.title)}</h1>`,
    proseHtml(page.html),
    ...page.sections.map((section) => sectionHtml(site.model, section, links)),
    '</article>',
    `<nav class="neighbours" aria-label="Other pages">${pageLink(before, '←', links)} ${pageLink(after, '→', links)}</nav>`,
  ];
  const text = pageHtml({ title: page.title, depth: 2, part: 'Specification', body });
  return { path: `specification/${page.id}/index.html`, text };
}

function pageLink(page: Page | undefined, arrow: string, links: Links): string {
  return page ? `<a href="${links.page(page.id, '')}">${arrow} ${escapeText(page.title)}</a>` : '';
}

function sectionHtml(model: Model, { title, html, rules }: SectionData, links: Links): string {
  const drawn = rules.map((index) => {
    const rule = model.rules[index];
    return rule ? ruleHtml(model, rule, links) : '';
  });
  const heading = `<h2 id="${anchorOf(title)}">${escapeText(stripCode(title))}</h2>`;
  return [`<section>${heading}`, proseHtml(html), ...drawn, '</section>'].join('\n');
}

function ruleHtml(model: Model, rule: RuleItem, links: Links): string {
  const cases = casesOfRule(model, rule);
  return [
    `<section class="rule"><h3 id="${rule.id}">${link(links.rule(rule.id), stripCode(rule.title))}</h3>`,
    ruleProperties(model, rule),
    ruleStrip(model, rule),
    ruleChips(model.columns, cases, links),
    proseHtml(rule.html),
    caseList(model, cases, links),
    '</section>',
  ].join('\n');
}

export function caseList({ columns }: Model, cases: readonly CaseItem[], links: Links): string {
  if (cases.length === 0) return '';
  const items = cases.map(
    (item) =>
      `<li id="${item.id}">${link(links.case(item.id), stripCode(item.title))}${caseChips(columns, item, links)}</li>`,
  );
  return `<ul class="case-list">${items.join('\n')}</ul>`;
}
