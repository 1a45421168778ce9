// Arrow keys move between the links of a table, so that its many cells cost one stop of the tab key.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** @returns the reference of the element that holds the tables */
export function useArrowKeys(): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => moveInTable(event, frame.current);
    frame.current?.addEventListener('keydown', listen);
    return () => frame.current?.removeEventListener('keydown', listen);
  }, []);
  return frame;
}

function moveInTable(event: KeyboardEvent, frame: HTMLElement | null): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('th, td') : null;
  const step = steps[event.key];
  if (!cell || !step || !frame || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...frame.querySelectorAll('tr')];
  const [down, right] = step;
  const next = down === 0 ? besideIn(cell, right) : below(rows, cell, down);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next link in this direction; cells without one are passed over. */
function besideIn(cell: HTMLTableCellElement, by: number): HTMLElement | null {
  const cells = [...(cell.parentElement?.children ?? [])];
  for (let at = cells.indexOf(cell) + by; at >= 0 && at < cells.length; at += by) {
    const link = cells[at]?.querySelector('a');
    if (link) return link;
  }
  return null;
}

/** Counted from the right, because the name of a kind belongs to several rows. */
function below(
  rows: readonly HTMLTableRowElement[],
  cell: HTMLTableCellElement,
  by: number,
): HTMLElement | null {
  const row = cell.closest('tr');
  if (!row) return null;
  const fromRight = row.cells.length - cell.cellIndex;
  for (let at = rows.indexOf(row) + by; at >= 0 && at < rows.length; at += by) {
    const cells = rows[at]?.cells;
    const link = cells?.[cells.length - fromRight]?.querySelector('a');
    if (link) return link;
  }
  return null;
}
