// How far a run is, told in the status line.

import type { Verdict } from '../../model/run.ts';
import { drawStatus } from './status-line.ts';

export interface Progress {
  readonly start: (total: number) => void;
  readonly step: (verdict: Verdict) => void;
  readonly stop: () => void;
}

export function startProgress(): Progress {
  let total = 0;
  let done = 0;
  let unexpected = 0;
  let drawnAt = 0;
  return {
    start: (count) => {
      total = count;
    },
    step: ({ verdict, implementation }) => {
      done++;
      if (verdict !== 'pass' && verdict !== 'skip') unexpected++;
      if (Date.now() - drawnAt < 50) return;
      drawnAt = Date.now();
      drawStatus(
        `${done}/${total} ${implementation}${unexpected > 0 ? `, ${unexpected} not as expected` : ''}`,
      );
    },
    stop: () => drawStatus(''),
  };
}
