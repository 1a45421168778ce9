// Shows page, reference and real Nodes side by side, for an author at a terminal.

import { formatEditions } from '../../model/edition-selector.ts';
import { inert, shorten } from '../../model/inert.ts';
import type { ComparedSightings } from '../../suite/authoring/compare-sightings.ts';

/** A table if every answer fits on a line, otherwise one block for each answer. */
export function renderSightings(rows: readonly ComparedSightings[]): string[] {
  const cells = rows.map((row) => [
    `${row.agrees ? '✓' : '✗'} ${formatEditions(row.editions)}`,
    ...columns.map((column) => inert(shorten((row[column] ?? '–').trimEnd(), 2000))),
  ]);
  const fits = cells.every((row) => row.every((cell) => !cell.includes('\n') && cell.length <= 44));
  return fits ? renderTable(cells) : rows.flatMap(renderBlock);
}

const columns = ['page', 'reference', 'real'] as const;

function renderTable(cells: readonly (readonly string[])[]): string[] {
  const all = [['  editions', 'page', 'reference', 'real Node'], ...cells];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Names with the same answer are listed together. */
function renderBlock(row: ComparedSightings): string[] {
  const said = new Map<string, string[]>();
  for (const column of columns) {
    const text = row[column];
    if (text !== undefined) said.set(text, [...(said.get(text) ?? []), column]);
  }
  return [
    `${row.agrees ? '✓' : '✗'} ${formatEditions(row.editions)}`,
    ...[...said].flatMap(([text, who]) => [
      `  ${who.join(', ')}:`,
      ...inert(shorten(text.trimEnd(), 2000))
        .split('\n')
        .map((line) => `    | ${line}`.trimEnd()),
    ]),
  ];
}
