// Writes a table of resolutions again if the expectations of its rows have changed.

import { parseEditionSelector } from '../../model/edition-selector.ts';
import { editionIds } from '../../model/editions.ts';
import type { Block } from '../pages/blocks.ts';
import type { FilesOfTree } from '../pages/files-of-tree.ts';
import { showWanted } from './cells.ts';
import type { LineEdit } from './page-places.ts';
import { type SelectedValue, spread } from './spread.ts';
import type { Wanted } from './wanted.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** What the cells of a table depend on beside its rows. */
export interface TablePlace {
  /** Of the page. */
  readonly text: string;
  /** The editions of the page. */
  readonly scope: readonly string[];
  readonly paths: FilesOfTree;
}

/** @param rows for each row, what to expect, by edition */
export function writeTable(
  table: Table,
  rows: readonly ReadonlyMap<string, Wanted>[],
  { text, scope, paths }: TablePlace,
): LineEdit {
  const lines = text.split('\n');
  const asks = table.header.slice(0, table.header[1]?.source.trim() === 'by' ? 3 : 2);
  const said = rows.map((wanted) => spread(wanted, scope));
  const columns = columnsOf(said);
  const body = table.rows.map(({ line }, at) => {
    const asked = splitRow(lines[line - 1] ?? '').slice(0, asks.length);
    return bar([...asked, ...[undefined, ...columns].map((column) => cellOf(said[at] ?? [], column, paths))]);
  });
  const header = [...asks.map(({ source }) => source.trim()), 'resolves to', ...columns];
  return {
    start: table.line,
    end: table.line + 2 + rows.length,
    lines: [bar(header), bar(header.map(() => '---')), ...body],
  };
}

/** The selectors of all rows, in release order of the first edition that they name. */
function columnsOf(rows: readonly (readonly SelectedValue<Wanted>[])[]): string[] {
  const selectors = new Set(rows.flatMap((row) => row.flatMap(({ selector }) => selector ?? [])));
  return [...selectors].sort((a, b) => firstOf(a) - firstOf(b));
}

function firstOf(selector: string): number {
  return editionIds.indexOf(parseEditionSelector(selector)[0] ?? '');
}

function cellOf(
  said: readonly SelectedValue<Wanted>[],
  column: string | undefined,
  paths: FilesOfTree,
): string {
  const found = said.find(({ selector }) => selector === column);
  if (!found) return column === undefined ? 'silent' : '';
  return found.value === 'silent' ? 'silent' : showWanted(found.value, paths);
}

function bar(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}

/** The cells of a row as they were written. */
function splitRow(line: string): string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
