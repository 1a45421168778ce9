// The changes as an Atom feed (RFC 4287). Its links are relative to its own address, which nobody knows beforehand.

import type { DatedChange } from '../../../analysis/dated-runs.ts';
import { element, escapeXml } from '../../parts/xml.ts';
import { linksFrom } from '../frame/links.ts';
import type { SiteData, SiteFile } from '../frame/site-data.ts';
import { anchorOfChange, changeKey, changeListHtml, changeTitle, keyOf } from './change-html.ts';

/** So many cases of each kind are listed in an entry. */
const most = 20;

export function feedFile(site: SiteData): SiteFile {
  const days = site.runs.map(({ header }) => header.startedAt).sort();
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' }, [
    '<title>modspec: what changed</title>',
    `<id>${uuidOf(keyOf('feed', site.changes.at(-1)?.date ?? ''))}</id>`,
    `<updated>${days.at(-1) ?? '1970-01-01T00:00:00.000Z'}</updated>`,
    '<author><name>modspec</name></author>',
    '<link href="changes/index.html"/>',
    '<link rel="self" href="feed.xml"/>',
    ...site.changes.map((change) => entry(site, change)),
  ]);
  return { path: 'feed.xml', text: `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n` };
}

function entry(site: SiteData, change: DatedChange): string {
  const list = changeListHtml(site.model, change, linksFrom(site, 0), most);
  return element('entry', {}, [
    `<title>${escapeXml(changeTitle(change))}</title>`,
    `<id>${uuidOf(changeKey(change))}</id>`,
    `<updated>${escapeXml(change.date)}</updated>`,
    `<link href="changes/index.html#${anchorOfChange(change)}"/>`,
    `<content type="html">${escapeXml(list)}</content>`,
  ]);
}

/** @param digits thirty-two hexadecimal digits; the marks of version 8 replace some */
function uuidOf(digits: string): string {
  const marked = `${digits.slice(0, 12)}8${digits.slice(13, 16)}8${digits.slice(17)}`;
  return `urn:uuid:${marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
