// A table of resolutions: each row is a question and what it must resolve to, per edition where that differs.

import type { Question, ResolveExpectation } from '../../model/case.ts';
import { looksLikeEditionSelector } from '../../model/edition-selector.ts';
import { isUrl } from '../../model/is-url.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Way, waysOfImport } from '../../model/vocabulary.ts';
import type { Block, Inline, TableRow } from './blocks.ts';
import { unfilled } from './drafts.ts';
import type { FilesOfTree } from './files-of-tree.ts';
import { onlyCode } from './inline.ts';
import { groupEditions, type Stated, spreadEditions } from './spread-editions.ts';

type Table = Extract<Block, { kind: 'table' }>;
type ResolveQuestion = Extract<Question, { kind: 'resolve' }>;
type Target = WithoutEditions<ResolveExpectation>;
type WithoutEditions<T> = T extends unknown ? Omit<T, 'editions'> : never;

/** The questions of a table, in row order. `paths` are the files of the tree, `scope` the editions of the page. */
export function readResolutionTable(
  file: string,
  table: Table,
  scope: readonly string[],
  paths: FilesOfTree,
): ResolveQuestion[] {
  const columns = readHeader(file, table);
  refuseEmptyColumns(file, table, columns);
  return table.rows.map((row) => readRow({ file, line: row.line }, row, columns, scope, paths));
}

/** What the columns of a table hold. */
interface Columns {
  /** Whether a column names the way of each row. */
  readonly by: boolean;
  /** The selector of each expectation column; undefined for `resolves to`. */
  readonly selectors: readonly (string | undefined)[];
}

function readHeader(file: string, table: Table): Columns {
  const names = table.header.map((cell) => cell.source.trim());
  const by = names[1] === 'by';
  const [from, specifier, ...columns] = by ? names.toSpliced(1, 1) : names;
  const known = columns.every((name) => name === 'resolves to' || looksLikeEditionSelector(name));
  if (from !== 'from' || specifier !== 'specifier' || columns.length === 0 || !known) {
    throw new UsageError(
      `a table in a case has the columns from | by | specifier | resolves to, then editions, and by may be missing; found ${names.join(' | ')}`,
      { file, line: table.line },
    );
  }
  return { by, selectors: columns.map((name) => (name === 'resolves to' ? undefined : name)) };
}

/** A column without a value says nothing; it is one that somebody forgot to fill in. */
function refuseEmptyColumns(file: string, { header, rows, line }: Table, { selectors }: Columns): void {
  const first = header.length - selectors.length;
  const empty = header.find(
    (_, column) => column >= first && rows.every(({ cells }) => (cells[column]?.source.trim() ?? '') === ''),
  );
  if (empty && rows.length > 0 && selectors.length > 1)
    throw new UsageError(
      `the column '${empty.source.trim()}' is empty; fill it in with 'modspec try CASE --write', or remove it`,
      { file, line },
    );
}

function readRow(
  place: { file: string; line: number },
  row: TableRow,
  columns: Columns,
  scope: readonly string[],
  paths: FilesOfTree,
): ResolveQuestion {
  const [from, ...others] = row.cells;
  const by = columns.by ? readWay(place, others.shift()) : 'require';
  const [specifier, ...cells] = others;
  const stated = cells.flatMap((cell, index): Stated<Target>[] => {
    const value = readTarget(place, cell, by, paths);
    return value === undefined ? [] : [{ selector: columns.selectors[index], value, line: place.line }];
  });
  const groups = groupEditions(spreadEditions(place.file, scope, stated));
  if (groups.length === 0) throw new UsageError('this row expects nothing in any edition', place);
  return {
    kind: 'resolve',
    from: codeCell(place, from, 'from'),
    specifier: codeCell(place, specifier, 'specifier'),
    ...(by === 'require' ? {} : { by }),
    expect: groups.map(({ editions, value }) => ({ ...value, editions })),
  };
}

function readWay(place: { file: string; line: number }, cell: Inline | undefined): Way {
  const text = (cell && onlyCode(cell)) ?? cell?.source.trim();
  const way = (['require', ...waysOfImport] as const).find((name) => name === text);
  if (way) return way;
  throw new UsageError(`by is require, ${waysOfImport.join(' or ')}; found '${text}'`, place);
}

function codeCell(place: { file: string; line: number }, cell: Inline | undefined, column: string): string {
  const text = cell && onlyCode(cell);
  if (text === undefined) throw new UsageError(`the ${column} cell must be one code span`, place);
  return text;
}

/** What a cell expects; undefined for an empty one. */
function readTarget(
  place: { file: string; line: number },
  cell: Inline,
  by: Way,
  paths: FilesOfTree,
): Target | 'silent' | undefined {
  if (cell.source.trim() === '') return undefined;
  if (cell.source.trim() === 'silent') return 'silent';
  const [first, second, ...more] = cell.parts;
  if (first?.text.trim() === 'builtin' && second?.kind === 'code' && more.length === 0) {
    return { kind: 'builtin', name: second.text };
  }
  if (cell.source.trim() === unfilled) return { kind: 'error', error: unfilled };
  const code = onlyCode(cell);
  if (code !== undefined && paths.has(code)) return { kind: 'file', path: code };
  const imported = code === undefined || by === 'require' ? undefined : readUrl(code, paths);
  if (imported) return imported;
  if (code !== undefined && /^([A-Z][A-Z0-9_]{2,}|[A-Z][A-Za-z]*Error)$/.test(code)) {
    return { kind: 'error', error: code };
  }
  const plain = cell.source.trim();
  if (code === undefined && (paths.has(plain) || /^[A-Z][A-Z0-9_]{2,}$/.test(plain)))
    throw new UsageError(`write ${plain} as a code span, between backticks`, place);
  throw new UsageError(
    `'${cell.source}' is not a file of the tree, no builtin \`name\`, no error code or name, and not the word silent`,
    place,
  );
}

/** A file of the tree with the query and fragment of its URL, a URL in the tree where there need not be a file, or another URL. */
function readUrl(code: string, paths: FilesOfTree): Target | undefined {
  const [, path = '', suffix] = /^(?:file:\/\/<tree>\/)?([^?#]*)(.*)$/s.exec(code) ?? [];
  const place = { path, ...(suffix ? { suffix } : {}) };
  if (path !== '' && (code.startsWith('file://<tree>/') || paths.has(path)))
    return { kind: 'file', ...place };
  return isUrl(code) ? { kind: 'url', url: code } : undefined;
}
