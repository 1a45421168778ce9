// One row of the matrix.

import { useMemo } from 'preact/hooks';
import type { MatrixRow } from '../../model/matrix-rows.ts';
import { type Column, letterWords } from '../../model/model.ts';
import { summarize, tallyColumn } from '../../model/tally-column.ts';
import { markClass, signs } from '../parts/mark.tsx';
import { stripCode } from '../parts/titles.ts';

interface MatrixRowProps {
  readonly row: MatrixRow;
  readonly index: number;
  readonly columns: readonly Column[];
  /** The column that the keyboard is at, or -1. */
  readonly here: number;
  /** Whether the panel shows this case. */
  readonly current: boolean;
}

/** Drawn again only when it changes: with forty columns, a keystroke in the search would wait for unchanged rows. */
export function MatrixRowView({ row, index, columns, here, current }: MatrixRowProps) {
  const cases = row.cases.map((item) => item.index).join();
  const open = row.kind === 'rule' && row.open;
  return useMemo(
    () => drawRow({ row, index, columns, here, current }),
    [row.kind, nameOf(row), cases, open, index, columns, here, current],
  );
}

function drawRow({ row, index, columns, here, current }: MatrixRowProps) {
  return (
    <tr class={`row-${row.kind}${current ? ' current' : ''}`} aria-rowindex={index + 2}>
      <th
        scope="row"
        tabIndex={here === 0 ? 0 : undefined}
        data-here={here === 0 ? '' : undefined}
        aria-expanded={row.kind === 'rule' ? row.open : undefined}
        title={nameOf(row)}
      >
        <span class="row-name">
          {row.kind === 'rule' && <span aria-hidden="true">{row.open ? '▾ ' : '▸ '}</span>}
          {nameOf(row)}
        </span>
        <span class="hint">{row.kind === 'case' ? '' : row.cases.length}</span>
      </th>
      {columns.map((column, at) => (
        <Cell key={column.index} row={row} column={column} here={here === at + 1} />
      ))}
    </tr>
  );
}

function nameOf(row: MatrixRow): string {
  switch (row.kind) {
    case 'page':
      return row.page?.title ?? 'No longer in the specification';
    case 'rule':
      return stripCode(row.rule.title);
    case 'case':
      return stripCode(row.item.title);
  }
}

interface CellProps {
  readonly row: MatrixRow;
  readonly column: Column;
  readonly here: boolean;
}

function Cell({ row, column, here }: CellProps) {
  const { letter, text, said } = row.kind === 'case' ? ofCase(row.item, column) : ofMany(row.cases, column);
  return (
    <td
      class={markClass(letter)}
      tabIndex={here ? 0 : undefined}
      data-here={here ? '' : undefined}
      aria-label={`${column.label}: ${said}`}
    >
      {text}
    </td>
  );
}

function ofCase(item: Parameters<Column['letter']>[0], column: Column) {
  const letter = column.letter(item);
  return { letter, text: signs[letter], said: letterWords[letter] };
}

function ofMany(cases: MatrixRow['cases'], column: Column) {
  const counts = tallyColumn(column, cases);
  const letter = summarize(counts);
  const text = letter === 'm' ? `${counts.pass}/${counts.asked}` : signs[letter];
  const said =
    counts.asked === 0 ? letterWords[letter === 's' ? 's' : '.'] : `${counts.pass}/${counts.asked} pass`;
  return { letter, text, said };
}
