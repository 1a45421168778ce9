// Verdicts on cases and rules as HTML: chips beside a heading, and tables of cases by implementations.

import { type CaseItem, type Column, isBad, letterWords } from '../../html/model/model.ts';
import { markClass, signs } from '../../html/model/signs.ts';
import { summarize, type Tally, tallyColumn } from '../../html/model/tally-column.ts';
import { stripCode } from '../../parts/titles.ts';
import { element } from '../../parts/xml.ts';
import { link, scroller } from '../frame/elements.ts';
import type { Links } from '../frame/links.ts';

/** So many implementations are named; of more only the number. */
const few = 6;

export function caseChips(columns: readonly Column[], item: CaseItem, links: Links): string {
  const asked = columns.filter((column) => column.letter(item) !== '.');
  if (asked.length > few) return counted(asked.map((column) => column.letter(item)));
  return chips(
    asked.map((column) =>
      named(column, markClass(column.letter(item)), signs[column.letter(item)], '', links),
    ),
  );
}

export function ruleChips(columns: readonly Column[], cases: readonly CaseItem[], links: Links): string {
  const tallies = columns
    .map((column) => ({ column, tally: tallyColumn(column, cases) }))
    .filter(({ tally }) => tally.asked > 0);
  if (tallies.length > few) return counted(tallies.map(({ tally }) => (tally.bad === 0 ? 'p' : 'f')));
  return chips(tallies.map(({ column, tally }) => ruleChip(column, tally, links)));
}

function ruleChip(column: Column, tally: Tally, links: Links): string {
  const letter = summarize(tally);
  const share = ` <span class="hint">${tally.pass}/${tally.asked}</span>`;
  return named(column, markClass(letter), signs[letter], share, links);
}

function named(column: Column, name: string, sign: string, more: string, links: Links): string {
  return element('li', { class: `chip ${name}` }, [
    `${sign} ${link(links.implementation(column), column.label)}${more}`,
  ]);
}

function counted(letters: readonly ReturnType<Column['letter']>[]): string {
  const of = (test: (letter: ReturnType<Column['letter']>) => boolean) => letters.filter(test).length;
  const counts = [
    ['is-p', '✓', of((letter) => letter === 'p'), 'pass'],
    ['is-f', '✗', of(isBad), 'fail'],
    ['is-s', '–', of((letter) => letter === 's'), 'skip'],
  ] as const;
  return chips(
    counts
      .filter(([, , count]) => count > 0)
      .map(([name, sign, count, word]) => `<li class="chip ${name}">${sign} ${count} ${word}</li>`),
  );
}

function chips(all: readonly string[]): string {
  return all.length === 0 ? '' : `<ul class="verdicts" aria-label="Verdicts">${all.join('')}</ul>`;
}

/** A row for each case, a column for each implementation. */
export function verdictTable(columns: readonly Column[], cases: readonly CaseItem[], links: Links): string {
  if (columns.length === 0 || cases.length === 0) return '';
  const heads = columns.map(
    (column) => `<th scope="col">${link(links.implementation(column), column.label)}</th>`,
  );
  const rows = cases.map((item) => {
    const cells = columns.map((column) => cell(column.letter(item)));
    const title = link(links.case(item.id), stripCode(item.title));
    return `<tr><th scope="row">${title}</th>${cells.join('')}</tr>`;
  });
  return scroller(
    'Cases by implementations',
    `<table class="verdict-table"><thead><tr><th scope="col" class="corner">Case</th>${heads.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`,
  );
}

function cell(letter: ReturnType<Column['letter']>): string {
  if (letter === '.') return '<td></td>';
  const word = letter === 'p' ? '' : ` title="${letterWords[letter]}"`;
  return `<td class="${markClass(letter)}"${word}>${signs[letter]}</td>`;
}
