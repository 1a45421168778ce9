// Finds the visible rows of a long table. Every row has the height that the style sheet sets.

import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

/** In CSS pixels; `.matrix tbody tr` has the same height. */
export const rowHeight = 28;

const around = 2;

/** The share of the window that the grid has, before it is measured. */
const share = 0.7;

export interface Seen {
  readonly start: number;
  readonly end: number;
  readonly update: () => void;
}

/** @returns the rows to draw: those in sight, or all while the page is printed */
export function useWindow(frame: RefObject<HTMLElement | null>, rows: number): Seen {
  const [sight, setSight] = useState({ top: 0, height: innerHeight * share });
  const [printing, setPrinting] = useState(false);
  const update = useCallback(() => {
    const element = frame.current;
    if (!element) return;
    const top = Math.floor(element.scrollTop / rowHeight);
    setSight((before) =>
      before.top === top && before.height === element.clientHeight
        ? before
        : { top, height: element.clientHeight },
    );
  }, [frame]);
  useLayoutEffect(() => {
    update();
    const print = () => setPrinting(true);
    const stop = () => setPrinting(false);
    addEventListener('resize', update);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', stop);
    return () => {
      removeEventListener('resize', update);
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', stop);
    };
  }, [update]);
  if (printing) return { start: 0, end: rows, update };
  const top = Math.min(sight.top, Math.max(0, rows - 1));
  const start = Math.max(0, top - around);
  return { start, end: Math.min(rows, top + Math.ceil(sight.height / rowHeight) + around), update };
}

/** Scrolls no more than is needed to see the row. */
export function bringIntoSight(frame: HTMLElement | null, row: number): void {
  if (!frame) return;
  const head = frame.querySelector('thead')?.offsetHeight ?? 0;
  const top = row * rowHeight;
  if (top < frame.scrollTop) frame.scrollTop = top;
  const bottom = top + rowHeight + head - frame.clientHeight;
  if (bottom > frame.scrollTop) frame.scrollTop = bottom;
}
