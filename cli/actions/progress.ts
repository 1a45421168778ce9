// How far a run is, and how long it still takes, in the status line; and where the trees are that it keeps.

import type { Case } from '../../model/case.ts';
import type { Verdict } from '../../model/run.ts';
import { drawStatus } from './status-line.ts';

export interface Progress {
  readonly onFetch: (wanted: string) => void;
  readonly onStart: (total: number) => void;
  readonly onVerdict: (verdict: Verdict) => void;
  readonly stop: () => void;
}

export function startProgress(): Progress {
  let total = 0;
  let done = 0;
  let unexpected = 0;
  let startedAt = 0;
  let drawnAt = 0;
  return {
    onFetch: (wanted) => drawStatus(`fetching ${wanted} from npm`),
    onStart: (count) => {
      total = count;
      done = 0;
      unexpected = 0;
      startedAt = Date.now();
    },
    onVerdict: ({ verdict, implementation }) => {
      done++;
      if (verdict !== 'pass' && verdict !== 'skip') unexpected++;
      const now = Date.now();
      if (now - drawnAt < 50) return;
      drawnAt = now;
      drawStatus(describeProgress({ done, total, unexpected, implementation, elapsedMs: now - startedAt }));
    },
    stop: () => drawStatus(''),
  };
}

export interface Standing {
  readonly done: number;
  readonly total: number;
  readonly unexpected: number;
  readonly implementation: string;
  readonly elapsedMs: number;
}

/** A guess from so little time would jump. */
const soonestGuessMs = 2000;

export function describeProgress({ done, total, unexpected, implementation, elapsedMs }: Standing): string {
  const left = elapsedMs < soonestGuessMs ? undefined : (elapsedMs / done) * (total - done);
  return [
    `${done}/${total} ${implementation}`,
    ...(unexpected > 0 ? [`${unexpected} not as expected`] : []),
    ...(left === undefined ? [] : [`about ${describeTime(left)} left`]),
  ].join(', ');
}

function describeTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export function printKept(item: Case, tree: string): void {
  process.stderr.write(`${item.id}: ${tree}\n`);
}
