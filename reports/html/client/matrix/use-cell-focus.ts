// The cell of the matrix that has the focus, moved by keys and by clicks.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Place, placeOf, stepPlace } from './matrix-place.ts';
import { bringIntoSight, type Seen } from './use-window.ts';

interface Grid {
  readonly frame: RefObject<HTMLElement | null>;
  readonly seen: Seen;
  readonly rows: number;
  readonly columns: number;
  /** Called for a click, and for Enter and the space bar. */
  readonly open: (at: Place) => void;
}

export interface CellFocus {
  readonly here: Place;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

export function useCellFocus({ frame, seen, rows, columns, open }: Grid): CellFocus {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const moved = useRef(false);
  const here = { row: Math.min(place.row, rows - 1), column: Math.min(place.column, columns) };
  const move = (to: Place) => {
    moved.current = true;
    setPlace(to);
  };
  useFocus(frame, seen, here, moved);
  return {
    here,
    onKeyDown(event) {
      const next = stepPlace(here, event.key, rows, columns);
      if (next) move(next);
      else if (event.key === 'Enter' || event.key === ' ') open(here);
      else return;
      event.preventDefault();
    },
    onClick(event) {
      const at = placeOf(event.target);
      if (!at) return;
      move(at);
      open(at);
    },
  };
}

/** After a move, scrolls to the row and focuses the cell. */
function useFocus(frame: Grid['frame'], seen: Seen, here: Place, moved: { current: boolean }): void {
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
}
