// The figures of all implementations as a table.

import { isDisagreement } from '../../html/model/agreement.ts';
import { type Column, isBad, type Model } from '../../html/model/model.ts';
import { tallyColumn } from '../../html/model/tally-column.ts';
import { percent } from '../../parts/percent.ts';
import { escapeText } from '../../parts/xml.ts';
import { link, scroller } from '../frame/elements.ts';
import type { Links } from '../frame/links.ts';
import type { SiteData } from '../frame/site-data.ts';

const heads = [
  'Implementation',
  'Kind',
  'Judged by',
  'Passed',
  '%',
  'Null floor',
  'Fails alone',
  'Skipped',
  'Asked on',
];

export function figuresHtml({ model }: SiteData, links: Links): string {
  if (model.columns.length === 0) return '';
  const alone = failuresAlone(model);
  const rows = model.columns
    .map((column) => ({ column, ...tallyColumn(column, model.cases) }))
    .sort((a, b) => b.pass / Math.max(1, b.asked) - a.pass / Math.max(1, a.asked))
    .map(({ column, pass, asked, skip }) => {
      const cells = [
        column.kind ?? '',
        column.edition,
        `${pass} of ${asked}`,
        `${percent(pass, asked)}`,
        `${percent(column.floor.total.pass, asked)}`,
        `${alone.get(column) ?? 0}`,
        `${skip}`,
        model.data.runs[column.run]?.startedAt.slice(0, 10) ?? '',
      ].map((text) => `<td>${escapeText(text)}</td>`);
      return `<tr><th scope="row">${link(links.implementation(column), column.label)}</th>${cells.join('')}</tr>`;
    });
  const head = heads.map((words) => `<th scope="col">${words}</th>`).join('');
  const table = `<table class="figures-table"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<section><h2>Figures</h2>${scroller('Figures', table)}</section>`;
}

/** How many cases an implementation fails that no other fails. */
function failuresAlone({ columns, cases }: Model): Map<Column, number> {
  const counts = new Map<Column, number>();
  for (const item of cases) {
    const [only, ...others] = columns.filter((column) => isBad(column.letter(item)));
    if (only && others.length === 0 && isDisagreement(columns, item))
      counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  return counts;
}
