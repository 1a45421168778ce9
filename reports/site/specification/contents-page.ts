// The contents of the specification: chapters, pages and rules.

import { groupBy } from '../../../model/group-by.ts';
import type { Model, Page } from '../../html/model/model.ts';
import { plural, stripCode } from '../../parts/titles.ts';
import { escapeText } from '../../parts/xml.ts';
import { link } from '../frame/elements.ts';
import { pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';

export function contentsPage(site: SiteData): SiteFile {
  const { model } = site;
  const links = linksFrom(site, 1);
  const { pages, rules, cases } = model;
  const chapters = groupBy(pages, ({ chapter = '' }) => chapter);
  const body = [
    '<h1>The specification</h1>',
    `<p class="provenance">${plural(pages.length, 'page')}, ${plural(rules.length, 'rule')}, ${plural(cases.length, 'case')}</p>`,
    ...[...chapters].map(([chapter, own]) => chapterHtml(model, chapter, own, links)),
  ];
  const text = pageHtml({ title: 'The specification', depth: 1, part: 'Specification', body });
  return { path: 'specification/index.html', text };
}

function chapterHtml(model: Model, chapter: string, pages: readonly Page[], links: Links): string {
  const heading = chapter === '' ? '' : `<h2 id="chapter-${chapter}">${escapeText(chapter)}</h2>`;
  return `<section class="chapter">${heading}<div class="contents">${pages.map((page) => pageContents(model, page, links)).join('')}</div></section>`;
}

function pageContents({ rules }: Model, page: Page, links: Links): string {
  const items = page.sections.flatMap((section) =>
    section.rules.map((index) => {
      const rule = rules[index];
      if (!rule) return '';
      const count = rule.cases.length === 0 ? '' : ` <span class="hint">${rule.cases.length}</span>`;
      return `<li>${link(links.page(page.id, rule.id), stripCode(rule.title))}${count}</li>`;
    }),
  );
  return `<section><h3>${link(links.page(page.id, ''), page.title)}</h3><ul>${items.join('')}</ul></section>`;
}
