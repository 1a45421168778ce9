// Keeps the row of the case in the panel in sight, so that going from failure to failure does not lose the place.

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { MatrixRow } from '../../model/matrix-rows.ts';
import { bringIntoSight, type Seen } from './use-window.ts';

export function useShownRow(
  frame: RefObject<HTMLElement | null>,
  seen: Seen,
  rows: readonly MatrixRow[],
  shown: string,
): void {
  useLayoutEffect(() => {
    const at = rows.findIndex((row) => row.kind === 'case' && row.item.id === shown);
    if (at < 0) return;
    bringIntoSight(frame.current, at);
    seen.update();
  }, [shown]);
}
