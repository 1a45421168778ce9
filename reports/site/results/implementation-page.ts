// The page of an implementation: its share of each page, why cases fail, and which.

import { closestLines } from '../../../analysis/versions/rule-lines.ts';
import { groupBy } from '../../../model/group-by.ts';
import { causesData } from '../../html/model/causes-data.ts';
import { type CaseItem, type Column, isBad, letterWords, type Model } from '../../html/model/model.ts';
import { markClass, signs } from '../../html/model/signs.ts';
import { tallyColumn } from '../../html/model/tally-column.ts';
import { lineFits } from '../../html/model/versions-data.ts';
import { percent } from '../../parts/percent.ts';
import { plural, stripCode } from '../../parts/titles.ts';
import { element, escapeText } from '../../parts/xml.ts';
import { changesOf } from '../changes/change-html.ts';
import { hint, link } from '../frame/elements.ts';
import { crumbsHtml, pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { causeSections } from './cause-sections.ts';
import { partsTable } from './parts-table.ts';
import { runHtml } from './provenance-html.ts';

export function implementationPage(site: SiteData, column: Column): SiteFile {
  const { model, folders } = site;
  const links = linksFrom(site, 2);
  const causes = causesData(model, [column], model.cases);
  const body = [
    crumbsHtml([[links.top('index.html'), 'Implementations']]),
    `<h1><bdi>${escapeText(column.label)}</bdi></h1>`,
    aboutHtml(column),
    runHtml(model.data.runs[column.run]),
    scoreHtml(model, column, links),
    badgeHtml(column),
    partsTable(model, column, links),
    ...causeSections(model, causes, links, 6),
    failuresHtml(model, column, links),
    skippedHtml(model, column),
    changesOf(site, column, links),
  ];
  const text = pageHtml({ title: column.label, depth: 2, part: 'Overview', body });
  return { path: `implementation/${folders.get(column)}/index.html`, text };
}

function aboutHtml({ kind, edition, spec, homepage, note }: Column): string {
  const home =
    homepage && /^https?:\/\//.test(homepage)
      ? ` · ${element('a', { href: homepage, rel: 'noreferrer' }, [escapeText(homepage)])}`
      : '';
  const text = `${kind ? `${kind}, ` : ''}judged by ${edition} · `;
  const more = note === undefined ? '' : `<p class="hint"><bdi>${escapeText(note)}</bdi></p>`;
  return `<p class="properties">${escapeText(text)}<code>${escapeText(`--impl ${spec}`)}</code>${home}</p>${more}`;
}

function scoreHtml(model: Model, column: Column, links: Links): string {
  const { pass, asked, skip } = tallyColumn(column, model.cases);
  const floor = percent(column.floor.total.pass, asked);
  const [fit] = lineFits(model, [column], model.cases, () => '');
  const [closest] = fit ? closestLines(fit.scores) : [];
  const like = closest
    ? ` It behaves most like ${link(links.top('versions/index.html'), closest.line)}:
${percent(closest.agree, closest.asked)} % of the answers on which the lines differ.`
    : '';
  return `<p class="score-line"><strong>${percent(pass, asked)} %</strong>
<span>${pass} of ${asked} cases pass, ${skip} are skipped; the null floor is ${floor} %.${like}</span></p>`;
}

function badgeHtml({ label }: Column): string {
  const image = element('img', { src: 'badge.svg', alt: `Badge of ${label}`, height: 20 });
  return `<p class="badge">${image} <a href="badge.svg">badge.svg</a> <a href="badge.json">badge.json</a> for shields.io</p>`;
}

function failuresHtml(model: Model, column: Column, links: Links): string {
  const failing = model.cases.filter((item) => isBad(column.letter(item)));
  if (failing.length === 0)
    return '<h2 id="failing">Failing cases</h2><p class="all-pass">✓ No case that was asked fails.</p>';
  const groups = [...groupBy(failing, ({ ruleItem }) => ruleItem)].map(([rule, own]) => {
    const title = rule ? link(links.rule(rule.id), stripCode(rule.title)) : '';
    const items = own.map((item) => failureHtml(column, item, links));
    return `<section class="failing-rule"><h3>${title} ${hint(`${own.length}`)}</h3><ul>${items.join('')}</ul></section>`;
  });
  return `<h2 id="failing">Failing cases <span class="more hint">${plural(failing.length, 'case')}</span></h2>${groups.join('')}`;
}

function failureHtml(column: Column, item: CaseItem, links: Links): string {
  const letter = column.letter(item);
  const accepted = column.detail(item)?.accepted === undefined ? '' : ' <span class="hint">accepted</span>';
  return `<li><span class="mark ${markClass(letter)}" title="${letterWords[letter]}">${signs[letter]}</span>
${link(links.case(item.id), stripCode(item.title))}${accepted}</li>`;
}

function skippedHtml(model: Model, column: Column): string {
  const skipped = model.cases.filter((item) => column.letter(item) === 's');
  if (skipped.length === 0) return '';
  const reasons = groupBy(
    skipped,
    (item) => model.text(column.detail(item)?.reason ?? -1) || 'no reason given',
  );
  const items = [...reasons]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, own]) => `<li>${own.length} × <bdi>${escapeText(reason)}</bdi></li>`);
  return `<h2>Skipped cases <span class="more hint">${plural(skipped.length, 'case')}</span></h2><ul>${items.join('')}</ul>`;
}
