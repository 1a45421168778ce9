// What changed between dated runs, newest first.

import type { DatedChange } from '../../../analysis/dated-runs.ts';
import { deltaBarHtml } from '../../parts/delta-bar-html.ts';
import { escapeText } from '../../parts/xml.ts';
import { pageHtml } from '../frame/layout.ts';
import { type Links, linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { anchorOfChange, changeListHtml, changeTitle } from './change-html.ts';

export function changesPage(site: SiteData): SiteFile {
  const links = linksFrom(site, 1);
  const body = [
    '<div class="compare"><h1>Changes</h1>',
    `<p class="provenance">Runs of the same implementation on several days are compared. <a href="${links.top('feed.xml')}">Feed</a></p>`,
    site.changes.length === 0 ? '<p class="empty">There is only one run of each implementation.</p>' : '',
    ...site.changes.map((change) => changeHtml(site, change, links)),
    '</div>',
  ];
  return {
    path: 'changes/index.html',
    text: pageHtml({ title: 'Changes', depth: 1, part: 'Changes', body }),
  };
}

function changeHtml(site: SiteData, change: DatedChange, links: Links): string {
  const { changes, after, before } = change.compared;
  const count = (kind: string) => changes.filter((one) => one.kind === kind).length;
  const passed = (one: typeof after) => one.verdicts.filter(({ verdict }) => verdict === 'pass').length;
  const bar = deltaBarHtml({
    asked: after.verdicts.filter(({ verdict }) => verdict !== 'skip').length,
    passed: Math.min(passed(before), passed(after)),
    lost: count('regressed'),
    gained: count('fixed'),
  });
  return `<section class="change" id="${anchorOfChange(change)}"><h2><bdi>${escapeText(changeTitle(change))}</bdi></h2>
<p class="hint">${change.date.slice(0, 10)}, judged by ${escapeText(after.edition)}</p>
${bar}${changeListHtml(site.model, change, links, Number.POSITIVE_INFINITY)}</section>`;
}
