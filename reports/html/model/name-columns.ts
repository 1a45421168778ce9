// Chooses the shortest unique names for columns.

import type { ColumnData, RunData } from '../data/report-data.ts';

/** Name and version; if two share them, also what distinguishes them: edition, then command line, then time of the run. */
export function nameColumns(columns: readonly ColumnData[], runs: readonly RunData[]): string[] {
  const shapes: ((column: ColumnData) => string)[] = [
    ({ name, version }) => [name, version].filter(Boolean).join(' '),
    (column) => `${shapes[0]?.(column)} as ${column.edition}`,
    (column) => `${shapes[1]?.(column)} (${column.spec})`,
    (column) => `${shapes[2]?.(column)} ${runs[column.run]?.startedAt ?? ''}`,
    (column) => `${shapes[3]?.(column)} #${column.run + 1}`,
  ];
  return columns.map((column) => {
    const shape = shapes.find((name) => columns.filter((other) => name(other) === name(column)).length === 1);
    return (shape ?? shapes.at(-1))?.(column) ?? column.name;
  });
}
