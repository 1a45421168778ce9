// What changed in an implementation between two dated runs.

import { createHash } from 'node:crypto';
import type { Change, ChangeKind } from '../../../analysis/compare-runs.ts';
import type { DatedChange } from '../../../analysis/dated-runs.ts';
import type { Column, Model } from '../../html/model/model.ts';
import { stripCode } from '../../parts/titles.ts';
import { escapeText } from '../../parts/xml.ts';
import { link } from '../frame/elements.ts';
import type { Links } from '../frame/links.ts';
import type { SiteData } from '../frame/site-data.ts';

/** The same for the same change in every site, so that readers of the feed see each once. */
export function changeKey({ date, compared: { after } }: DatedChange): string {
  return keyOf(date, after.spec, after.edition);
}

/** Thirty-two hexadecimal digits. */
export function keyOf(...words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);
}

/** Such as `resolve 1.22.8 → 1.22.14: 2 regressed, 3 fixed`. */
export function changeTitle({ compared: { before, after, changes } }: DatedChange): string {
  const version =
    before.version === after.version ? after.version : `${before.version ?? '?'} → ${after.version ?? '?'}`;
  const counts = kinds.flatMap(({ kind, words }) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${[after.name, version].filter(Boolean).join(' ')}: ${counts.join(', ') || 'no verdict changed'}`;
}

const kinds: readonly { readonly kind: ChangeKind; readonly words: string }[] = [
  { kind: 'regressed', words: 'regressed' },
  { kind: 'worse', words: 'worse' },
  { kind: 'fixed', words: 'fixed' },
  { kind: 'better', words: 'better' },
  { kind: 'other', words: 'different in another way' },
];

/** @param most so many cases of each kind are listed */
export function changeListHtml(model: Model, { compared }: DatedChange, links: Links, most: number): string {
  return kinds
    .map(({ kind, words }) => {
      const own = compared.changes.filter((change) => change.kind === kind);
      if (own.length === 0) return '';
      const items = own.slice(0, most).map((change) => lineHtml(model, change, links));
      const rest = own.length > most ? `<li>and ${own.length - most} more</li>` : '';
      return `<p class="change-${kind}">${own.length} ${words}</p><ul class="changes">${items.join('')}${rest}</ul>`;
    })
    .join('');
}

function lineHtml(
  { caseById }: Model,
  { case: id, before, after, caseChanged }: Change,
  links: Links,
): string {
  const item = caseById.get(id);
  const name = item ? link(links.case(id), stripCode(item.title)) : `<code>${escapeText(id)}</code>`;
  const verdicts = `${before} → ${after}${caseChanged ? ' · the case changed' : ''}`;
  return `<li>${name} <span class="hint">${verdicts}</span></li>`;
}

/** The changes of one implementation, as links. */
export function changesOf({ changes }: SiteData, { spec, edition }: Column, links: Links): string {
  const own = changes.filter(({ compared: { after } }) => after.spec === spec && after.edition === edition);
  if (own.length === 0) return '';
  const items = own.map((change) => {
    const place = links.top(`changes/index.html#${anchorOfChange(change)}`);
    return `<li>${change.date.slice(0, 10)} ${link(place, changeTitle(change))}</li>`;
  });
  return `<h2>Changes</h2><ul>${items.join('')}</ul>`;
}

export function anchorOfChange(change: DatedChange): string {
  return `change-${changeKey(change).slice(0, 12)}`;
}
