// One row of the matrix.

import { useMemo } from 'preact/hooks';
import { stripCode } from '../../../parts/titles.ts';
import type { MatrixRow } from '../../model/matrix-rows.ts';
import { type Column, isAsked } from '../../model/model.ts';
import { faceOfCase, faceOfMany } from './cell-face.ts';

interface MatrixRowProps {
  readonly row: MatrixRow;
  readonly index: number;
  readonly columns: readonly Column[];
  /** The column that the keyboard is at, or -1. */
  readonly here: number;
  /** Whether the panel shows this case. */
  readonly current: boolean;
  /** Whether a cell has place for a percentage only. */
  readonly narrow: boolean;
}

/** Drawn again only when it changes: with forty columns, a keystroke in the search would wait for unchanged rows. */
export function MatrixRowView({ row, index, columns, here, current, narrow }: MatrixRowProps) {
  const cases = row.cases.map((item) => item.index).join();
  const open = row.kind === 'rule' && row.open;
  return useMemo(
    () => drawRow({ row, index, columns, here, current, narrow }),
    [row.kind, nameOf(row), cases, open, index, columns, here, current, narrow],
  );
}

function drawRow({ row, index, columns, here, current, narrow }: MatrixRowProps) {
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
        <span class="hint">{row.kind === 'case' ? passesOf(row.item, columns) : row.cases.length}</span>
      </th>
      {columns.map((column, at) => (
        <Cell key={column.index} row={row} column={column} here={here === at + 1} narrow={narrow} />
      ))}
    </tr>
  );
}

/** How many of the implementations that were asked pass the case. */
function passesOf(item: Parameters<Column['letter']>[0], columns: readonly Column[]): string {
  const letters = columns.map((column) => column.letter(item)).filter(isAsked);
  if (columns.length < 2 || letters.length === 0) return '';
  return `${letters.filter((letter) => letter === 'p').length}/${letters.length}`;
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
  readonly narrow: boolean;
}

function Cell({ row, column, here, narrow }: CellProps) {
  const face = row.kind === 'case' ? faceOfCase(row.item, column) : faceOfMany(row.cases, column, narrow);
  return (
    <td
      class={face.class}
      tabIndex={here ? 0 : undefined}
      data-here={here ? '' : undefined}
      aria-label={`${column.label}: ${face.said}`}
      title={narrow ? `${column.label}: ${face.said}` : undefined}
    >
      {face.text}
    </td>
  );
}
