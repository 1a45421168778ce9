// Which line of Node each implementation behaves like, and the rules that changed from line to line.

import type { Model } from '../../html/model/model.ts';
import {
  lineFits,
  lineNames,
  type RuleOverLines,
  rulesOverLines,
  type Track,
  versionTracks,
} from '../../html/model/versions-data.ts';
import { plural, stripCode } from '../../parts/titles.ts';
import { lineFitHtml } from '../../parts/versions/line-fit-html.ts';
import { letterOf, ruleStripHtml } from '../../parts/versions/rule-strip-html.ts';
import { trackSvg } from '../../parts/versions/track-svg.ts';
import { escapeText } from '../../parts/xml.ts';
import { hint, link, scroller } from '../frame/elements.ts';
import { pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';

export function versionsPage(site: SiteData): SiteFile {
  const { model } = site;
  const links = linksFrom(site, 1);
  const rules = rulesOverLines(model, model.columns, model.cases);
  const body = [
    '<div class="versions"><h1>Versions</h1>',
    ...versionTracks(model, model.columns).map(trackHtml),
    fitsHtml(model, links),
    `<section><h2>Rules that changed from line to line <span class="more hint">${plural(rules.length, 'rule')}</span></h2>`,
    '<p class="hint">Lines with the same letter do the same in every case of the rule.</p>',
    `<ul class="turned">${rules.map((one) => turnedHtml(one, links)).join('\n')}</ul></section></div>`,
  ];
  return {
    path: 'versions/index.html',
    text: pageHtml({ title: 'Versions', depth: 1, part: 'Versions', body }),
  };
}

function trackHtml({ name, points, judged }: Track): string {
  const turns = points
    .filter(({ kept, broken }) => kept.length + broken.length > 0)
    .map(
      ({ version, kept, broken }) =>
        `<li><strong><bdi>${escapeText(version)}</bdi></strong>
<span class="change-fixed">✓ ${plural(kept.length, 'rule')} kept since</span> <span class="change-regressed">✗ ${plural(broken.length, 'rule')} broken since</span></li>`,
    );
  return `<section><h2><bdi>${escapeText(name)}</bdi>, ${plural(points.length, 'version')}</h2>
${judged ? hint(`All judged by ${judged.edition}, asked until ${judged.seen}.`) : ''}
${trackSvg(points)}<ul class="turned">${turns.join('')}</ul></section>`;
}

function fitsHtml(model: Model, links: Links): string {
  const fits = lineFits(model, model.columns, model.cases, links.implementation);
  if (fits.length === 0) return '';
  const table = lineFitHtml(fits, 'The share of answers that are those of each line of Node');
  return `<section><h2>Which line of Node each implementation behaves like</h2>
<p class="hint">The share of its answers that a line gives too, among the cases that the lines do not answer alike.
An implementation is asked what its own edition expects.</p>
${scroller('Lines of Node', table)}</section>`;
}

function turnedHtml({ rule, behaviours, followers }: RuleOverLines, links: Links): string {
  const { byBehaviour, others } = followers();
  const groups = byBehaviour.flatMap((names, at) =>
    names.length === 0 ? [] : `as ${letterOf(at)}: ${few(names)}`,
  );
  const words = [...groups, ...(others.length === 0 ? [] : [`as no line: ${few(others)}`])].join(' · ');
  return `<li>${link(links.rule(rule.id), stripCode(rule.title))}
<div>${ruleStripHtml(behaviours, lineNames)}</div><p class="followers"><bdi>${escapeText(words)}</bdi></p></li>`;
}

function few(names: readonly string[]): string {
  return names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more`;
}
