// The grid of the matrix. Only visible rows are in the document, so that forty columns stay fast.

import { useRef } from 'preact/hooks';
import type { MatrixRow } from '../../model/matrix-rows.ts';
import type { Column } from '../../model/model.ts';
import type { Shared } from '../parts/shared.ts';
import type { Place } from './matrix-place.ts';
import { MatrixRowView } from './matrix-row.tsx';
import { type CellFocus, useCellFocus } from './use-cell-focus.ts';
import { useShownRow } from './use-shown-row.ts';
import { rowHeight, type Seen, useWindow } from './use-window.ts';

interface MatrixGridProps {
  readonly shared: Shared;
  readonly rows: readonly MatrixRow[];
  readonly onToggle: (rule: string) => void;
}

export function MatrixGrid({ shared, rows, onToggle }: MatrixGridProps) {
  const { columns } = shared;
  const frame = useRef<HTMLDivElement>(null);
  const seen = useWindow(frame, rows.length);
  const open = (at: Place) => {
    const row = rows[at.row];
    if (row) openCell(shared, row, columns[at.column - 1], onToggle);
  };
  useShownRow(frame, seen, rows, shared.route.case);
  const focus = useCellFocus({ frame, seen, rows: rows.length, columns: columns.length, open });
  return (
    <div class="matrix" ref={frame} onScroll={seen.update}>
      <table
        role="grid"
        class={isNarrow(columns) ? 'narrow' : ''}
        style={{ '--columns': columns.length }}
        aria-label="Rules by implementations"
        aria-rowcount={rows.length + 1}
        onKeyDown={focus.onKeyDown}
      >
        <MatrixHead columns={columns} />
        <MatrixBody shared={shared} rows={rows} seen={seen} focus={focus} />
      </table>
      {columns.length === 0 && <NoColumn shared={shared} />}
    </div>
  );
}

/** With so many columns there is no place for names side by side. */
function isNarrow(columns: readonly Column[]): boolean {
  return columns.length > 8;
}

function MatrixHead({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" class="corner">
          Rule
        </th>
        {columns.map(({ index, label, edition, complete }) => (
          <th
            key={index}
            scope="col"
            title={`${label}, judged by ${edition}${complete ? '' : '; incomplete run'}`}
          >
            <span class="column-name">
              {complete ? '' : '⚠ '}
              {label}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface MatrixBodyProps {
  readonly shared: Shared;
  readonly rows: readonly MatrixRow[];
  readonly seen: Seen;
  readonly focus: CellFocus;
}

function MatrixBody({ shared: { columns, route }, rows, seen, focus: { here, onClick } }: MatrixBodyProps) {
  return (
    <tbody onClick={onClick}>
      {seen.start > 0 && <Spacer rows={seen.start} />}
      {rows.slice(seen.start, seen.end).map((row, index) => {
        const at = seen.start + index;
        return (
          // The key is the position: after another query, existing cells are reused, which is faster than new ones.
          <MatrixRowView
            key={at}
            row={row}
            index={at}
            columns={columns}
            here={at === here.row ? here.column : -1}
            current={row.kind === 'case' && row.item.id === route.case}
            narrow={isNarrow(columns)}
          />
        );
      })}
      {seen.end < rows.length && <Spacer rows={rows.length - seen.end} />}
    </tbody>
  );
}

function Spacer({ rows }: { readonly rows: number }) {
  return (
    <tr aria-hidden="true" class="spacer">
      <td style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );
}

function NoColumn({ shared: { go } }: { readonly shared: Shared }) {
  return (
    <p class="empty">
      No column is shown.{' '}
      <button type="button" onClick={() => go({ hidden: [] })}>
        Show all
      </button>
    </p>
  );
}

/** A cell of a rule opens its cases; a cell of a case, or of a rule with one case, opens the case. */
function openCell(
  shared: Shared,
  row: MatrixRow,
  column: Column | undefined,
  toggle: (rule: string) => void,
): void {
  const [only, ...others] = row.cases;
  if (row.kind === 'rule' && (others.length > 0 || !column)) toggle(row.rule.id);
  else if (row.kind === 'page') shared.go({ view: 'page', page: row.page?.id ?? '' });
  else if (only) shared.go({ case: only.id });
}
