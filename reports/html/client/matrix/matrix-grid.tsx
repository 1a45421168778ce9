// The grid of the matrix. Only visible rows are in the document, so that forty columns stay fast.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MatrixRow } from '../../model/matrix-rows.ts';
import type { Column } from '../../model/model.ts';
import type { Shared } from '../parts/shared.ts';
import { type Place, placeOf, stepPlace } from './matrix-place.ts';
import { MatrixRowView } from './matrix-row.tsx';
import { rowHeight, useWindow } from './use-window.ts';

interface MatrixGridProps {
  readonly shared: Shared;
  readonly rows: readonly MatrixRow[];
  readonly onToggle: (rule: string) => void;
}

export function MatrixGrid({ shared, rows, onToggle }: MatrixGridProps) {
  const { columns, go } = shared;
  const frame = useRef<HTMLDivElement>(null);
  const seen = useWindow(frame, rows.length);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const moved = useRef(false);
  const here = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns.length) };
  const open = (at: Place) => {
    const row = rows[at.row];
    if (row) openCell(shared, row, columns[at.column - 1], onToggle);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') open(here);
    else {
      const next = stepPlace(here, event.key, rows.length, columns.length);
      if (!next) return;
      moved.current = true;
      setPlace(next);
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    if (!at) return;
    moved.current = true;
    setPlace(at);
    open(at);
  };
  useLayoutEffect(() => {
    if (!moved.current) return;
    bringIntoSight(frame.current, here.row);
    seen.update();
  }, [here.row]);
  // A row that becomes visible is drawn only after the window has moved.
  useLayoutEffect(() => {
    const cell = moved.current && frame.current?.querySelector<HTMLElement>('[data-here]');
    if (!cell) return;
    moved.current = false;
    cell.focus({ preventScroll: false });
  });
  const body = rows.slice(seen.start, seen.end);
  return (
    <div class="matrix" ref={frame} onScroll={seen.update}>
      <table
        role="grid"
        class={columns.length > 10 ? 'narrow' : ''}
        aria-label="Rules by implementations"
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
      >
        <MatrixHead columns={columns} />
        <tbody onClick={onClick}>
          {seen.start > 0 && <Spacer rows={seen.start} />}
          {body.map((row, index) => {
            const at = seen.start + index;
            return (
              // The key is the position: after another query, existing cells are reused, which is faster than new ones.
              <MatrixRowView
                key={at}
                row={row}
                index={at}
                columns={columns}
                here={at === here.row ? here.column : -1}
                current={row.kind === 'case' && row.item.id === shared.route.case}
              />
            );
          })}
          {seen.end < rows.length && <Spacer rows={rows.length - seen.end} />}
        </tbody>
      </table>
      {columns.length === 0 && (
        <p class="empty">
          No column is shown.{' '}
          <button type="button" onClick={() => go({ hidden: [] })}>
            Show all
          </button>
        </p>
      )}
    </div>
  );
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

function Spacer({ rows }: { readonly rows: number }) {
  return (
    <tr aria-hidden="true" class="spacer">
      <td style={{ height: `${rows * rowHeight}px` }} />
    </tr>
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

function bringIntoSight(frame: HTMLElement | null, row: number): void {
  if (!frame) return;
  const head = frame.querySelector('thead')?.offsetHeight ?? 0;
  const top = row * rowHeight;
  if (top < frame.scrollTop) frame.scrollTop = top;
  const bottom = top + rowHeight + head - frame.clientHeight;
  if (bottom > frame.scrollTop) frame.scrollTop = bottom;
}
