// The heat map as an HTML table, with the ranked bars of the implementations in the same rows. It needs no script, and its
// style is in heat-map.css.

import type {
  HeatGroup,
  HeatMap,
  HeatPart,
  HeatRow,
  PartScore,
} from '../../../analysis/heat-map/heat-map.ts';
import { percent } from '../percent.ts';
import { element, escapeXml } from '../xml.ts';
import { heatFigure, heatStepOf, heatSteps, heatWords } from './heat-scale.ts';

/** Where the parts of the picture lead. */
export interface HeatLinks {
  readonly row: (row: HeatRow) => string;
  readonly part: (part: HeatPart) => string;
  readonly cell: (row: HeatRow, part: HeatPart) => string;
}

/** Whether the kinds have a column or, which is narrower, rows of their own. */
export type HeatKinds = 'column' | 'rows';

/** Above so many rows, rows are low enough for forty on a screen. */
const roomyRows = 24;

/** @param title what the table shows, for those who can't see it */
export function heatMapHtml(map: HeatMap, links: HeatLinks, title: string, kinds: HeatKinds): string {
  const rows = map.groups.reduce((count, { rows: own }) => count + own.length, 0);
  const dense = rows > roomyRows ? ' dense' : '';
  const many = map.parts.length > 24 ? ' many' : '';
  const named = map.groups.some(({ kind }) => kind !== '') ? kinds : undefined;
  return element('table', { class: `heat${dense}${many}` }, [
    element('caption', { class: 'unseen' }, [escapeXml(title)]),
    heads(map, links, named),
    ...map.groups.map((group) => body(group, map.parts, links, named)),
  ]);
}

/** The steps of the scale with their words. */
export function heatLegendHtml(): string {
  const steps = heatSteps.map(({ words }, step) =>
    element('span', { class: `heat-${step}` }, [legendSigns[step] ?? '', escapeXml(words)]),
  );
  return element('p', { class: 'heat-legend' }, [
    'Cases that pass: ',
    ...[...steps].reverse(),
    ' <span>– skipped</span> <span>empty: not asked</span>',
  ]);
}

const legendSigns: Readonly<Record<number, string>> = { 0: '✗ ', 6: '✓ ' };

function heads({ parts }: HeatMap, links: HeatLinks, kinds: HeatKinds | undefined): string {
  const cells = parts.map((part, at) =>
    element('th', { scope: 'col', class: startsChapter(parts, at) ? 'part first' : 'part' }, [
      element('a', { href: links.part(part), title: part.title }, [escapeXml(part.id)]),
    ]),
  );
  return element('thead', {}, [
    element('tr', {}, [
      ...(kinds === 'column' ? ['<th scope="col" class="heat-kind">Kind</th>'] : []),
      '<th scope="col" class="heat-name">Implementation</th>',
      '<th scope="col" class="heat-bar">Passed</th>',
      ...cells,
    ]),
  ]);
}

function body(
  { kind, rows }: HeatGroup,
  parts: readonly HeatPart[],
  links: HeatLinks,
  kinds: HeatKinds | undefined,
): string {
  const above = kinds === 'rows' ? [`<tr>${kindHead(kind, { colspan: parts.length + 2 })}</tr>`] : [];
  const beside = kinds === 'column' ? kindHead(kind, { rowspan: rows.length }) : '';
  const drawn = rows.map((row, at) => rowHtml(row, parts, links, at === 0 ? beside : ''));
  return element('tbody', {}, [...above, ...drawn]);
}

function kindHead(kind: string, span: Readonly<Record<string, number>>): string {
  return element('th', { scope: 'rowgroup', class: 'heat-kind', ...span }, [
    escapeXml(kind === '' ? 'other' : kind),
  ]);
}

function rowHtml(row: HeatRow, parts: readonly HeatPart[], links: HeatLinks, kind: string): string {
  const version = row.version === undefined ? '' : ` <span class="version">${escapeXml(row.version)}</span>`;
  return element('tr', {}, [
    kind,
    element('th', { scope: 'row', class: 'heat-name' }, [
      element('a', { href: links.row(row), title: `${row.label}, judged by ${row.edition}` }, [
        `<bdi>${escapeXml(row.name)}</bdi>${version}`,
      ]),
    ]),
    barHtml(row),
    ...parts.map((part, at) => cellHtml(row, part, at, parts, links)),
  ]);
}

function barHtml({ total, floor }: HeatRow): string {
  const share = percent(total.pass, total.asked);
  const least = percent(floor, total.asked);
  const title = `${heatWords(total)}; null floor ${least} %`;
  if (total.asked === 0) return element('td', { class: 'heat-bar', title }, ['–']);
  const drawn = [
    element('rect', { class: share === 100 ? 'fill full' : 'fill', width: share, height: 10 }),
    element('rect', { class: 'floor', x: least, width: 1.5, height: 10 }),
  ];
  return element('td', { class: 'heat-bar', title }, [
    element('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, drawn),
    `<span>${share}<span class="unseen"> %, null floor ${least} %</span></span>`,
  ]);
}

function cellHtml(
  row: HeatRow,
  part: HeatPart,
  at: number,
  parts: readonly HeatPart[],
  links: HeatLinks,
): string {
  const score: PartScore = row.scores[at] ?? { pass: 0, asked: 0, skip: 0 };
  const first = startsChapter(parts, at) ? ' first' : '';
  const figure = heatFigure(score);
  if (figure === '') return `<td class="heat-none${first}"></td>`;
  const step = heatStepOf(score);
  const title = `${row.label} · ${part.title}: ${heatWords(score)}`;
  const link = element('a', { href: links.cell(row, part), tabindex: -1, title }, [figure]);
  return element('td', { class: `heat-${step ?? 'skip'}${first}` }, [link]);
}

function startsChapter(parts: readonly HeatPart[], at: number): boolean {
  return at > 0 && parts[at - 1]?.chapter !== parts[at]?.chapter;
}
