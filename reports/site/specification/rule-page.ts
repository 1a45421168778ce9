// The page of a rule: its text, and its cases by implementations.

import type { RuleItem } from '../../html/model/model.ts';
import { stripCode } from '../../parts/titles.ts';
import { escapeText } from '../../parts/xml.ts';
import { proseHtml } from '../case/body-html.ts';
import { crumbsHtml, pageHtml } from '../frame/layout.ts';
import { linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { caseList } from './page-of-specification.ts';
import { casesOfRule, ruleProperties, ruleStrip } from './rule-html.ts';
import { ruleChips, verdictTable } from './verdicts-html.ts';

export function rulePage(site: SiteData, rule: RuleItem): SiteFile {
  const { model } = site;
  const links = linksFrom(site, 2);
  const title = stripCode(rule.title);
  const page = model.pages[rule.page];
  const cases = casesOfRule(model, rule);
  const asked = model.columns.filter((column) => cases.some((item) => column.letter(item) !== '.'));
  const body = [
    page ? crumbsHtml([[`${links.page(page.id, rule.id)}`, page.title]]) : '',
    `<h1>${escapeText(title)}</h1>`,
    ruleProperties(model, rule),
    ruleStrip(model, rule),
    proseHtml(rule.html),
    cases.length === 0 ? '' : '<h2>Cases</h2>',
    ruleChips(asked, cases, links),
    asked.length === 0 ? caseList(model, cases, links) : verdictTable(asked, cases, links),
  ];
  return {
    path: `rule/${rule.id}/index.html`,
    text: pageHtml({ title, depth: 2, part: 'Specification', body }),
  };
}
