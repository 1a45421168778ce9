// Pages at the addresses of former ids: a link to the id of today, or the reason why there is none.

import type { FormerFate } from '../../html/data/report-data.ts';
import type { Model } from '../../html/model/model.ts';
import { escapeText } from '../../parts/xml.ts';
import { pageHtml } from '../frame/layout.ts';
import { linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';

export function formerPages(site: SiteData): SiteFile[] {
  return Object.entries(site.model.data.former ?? {}).flatMap(([id, fate]) => [
    formerPage(site, 'case', id, fate),
    formerPage(site, 'rule', id, fate),
  ]);
}

/** The register does not say whether an id was that of a rule or of a case. */
function formerPage(site: SiteData, kind: 'case' | 'rule', id: string, fate: FormerFate): SiteFile {
  const target = 'renamed' in fate ? targetOf(site, fate.renamed) : undefined;
  const why = 'retired' in fate ? `It was retired: ${fate.retired}` : '';
  const body = [
    `<h1>There is no ${kind} <code>${escapeText(id)}</code></h1>`,
    why === '' ? '' : `<p>${escapeText(why)}</p>`,
    target === undefined
      ? ''
      : `<p>Its id is now <a href="${target.href}"><code>${escapeText(target.title)}</code></a>.</p>`,
  ];
  return {
    path: `${kind}/${id}/index.html`,
    text: pageHtml({ title: id, depth: 2, part: 'Specification', body }),
  };
}

function targetOf(site: SiteData, id: string): { readonly href: string; readonly title: string } | undefined {
  const { caseById, ruleById }: Model = site.model;
  const links = linksFrom(site, 2);
  const item = caseById.get(id);
  const rule = ruleById.get(id);
  if (item) return { href: links.case(id), title: id };
  return rule && { href: links.rule(id), title: id };
}
