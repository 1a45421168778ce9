// A line of progress on a terminal; nothing in a pipe.

import type { Verdict } from '../../model/run.ts';

export interface Progress {
  readonly start: (total: number) => void;
  readonly step: (verdict: Verdict) => void;
  readonly stop: () => void;
}

export function startProgress(stream: NodeJS.WriteStream): Progress {
  let total = 0;
  let done = 0;
  let unexpected = 0;
  let drawnAt = 0;
  const draw = (text: string) => {
    if (stream.isTTY) stream.write(`\r\x1b[2K${text}`);
  };
  return {
    start: (count) => {
      total = count;
    },
    step: ({ verdict, implementation }) => {
      done++;
      if (verdict !== 'pass' && verdict !== 'skip') unexpected++;
      if (Date.now() - drawnAt < 50) return;
      drawnAt = Date.now();
      draw(`${done}/${total} ${implementation}${unexpected > 0 ? `, ${unexpected} not as expected` : ''}`);
    },
    stop: () => draw(''),
  };
}
