// How many hosts at a time, when nobody says.

export interface Work {
  /** Processors that can be used at the same time. */
  readonly cores: number;
  readonly cases: number;
  /** Whether every case gets a process of its own. */
  readonly isolate: boolean;
}

/**
 * As many as there are processors, up to where one more would only wait: trees are built and answers judged in one
 * process, which is busy for a third of what a shared host takes, and for a sixth of what a process per case takes. Nor
 * does a host start for so few cases that it would take longer to start than to be asked.
 */
export function defaultJobs({ cores, cases, isolate }: Work): number {
  const worthwhile = Math.ceil(cases / (isolate ? 1 : casesPerStart));
  return Math.max(1, Math.min(cores, isolate ? mostIsolated : mostShared, worthwhile));
}

/** A host starts in the time in which it answers about so many cases. */
const casesPerStart = 25;

const mostShared = 6;
const mostIsolated = 12;
