// The default number of hosts that run at the same time.

import { availableParallelism } from 'node:os';
import type { Adapter } from '../adapters/adapter.ts';

export interface Work {
  /** How many processors are available. */
  readonly cores: number;
  readonly cases: number;
  /** Whether every case gets its own process. */
  readonly isolate: boolean;
}

/**
 * As many as there are processors, unless another host would only wait: trees are built and answers judged in one
 * process, which is busy for a third of the time of a shared host, and for a sixth of that of a process per case. No
 * host is started for so few cases that its start would take longer than the cases.
 */
export function defaultJobs({ cores, cases, isolate }: Work): number {
  const worthwhile = Math.ceil(cases / (isolate ? 1 : casesPerStart));
  return Math.max(1, Math.min(cores, isolate ? mostIsolated : mostShared, worthwhile));
}

/** How many cases a host answers in the time that its start takes. */
const casesPerStart = 25;

const mostShared = 6;
const mostIsolated = 12;

/** The default number for these implementations and so many cases, on this machine. */
export function jobsFor(
  adapters: readonly Pick<Adapter, 'shared'>[],
  cases: number,
  isolate: boolean,
): number {
  const apart = isolate || adapters.every(({ shared }) => !shared);
  return defaultJobs({ cores: availableParallelism(), cases, isolate: apart });
}
