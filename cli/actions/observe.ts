// Makes one of the runs of a proof, with its progress on a terminal.

import type { Adapter } from '../../harness/adapters/adapter.ts';
import { jobsFor } from '../../harness/run/default-jobs.ts';
import { type MakeRunOptions, makeRun } from '../../harness/run/make-run.ts';
import type { Place } from '../../harness/run/open-place.ts';
import type { Order } from '../../harness/run/order.ts';
import type { Case } from '../../model/case.ts';
import type { Run } from '../../model/run.ts';
import { interrupted } from './guard-exit.ts';
import { printKept, startProgress } from './progress.ts';

export interface ObserveOptions extends Pick<MakeRunOptions, 'shard'> {
  readonly edition?: string | undefined;
  readonly timeout: number;
  readonly keep: boolean;
  readonly jobs?: number | undefined;
  readonly isolate: boolean;
  readonly order: Order;
}

/** Makes the run; closes its place afterwards. */
export async function observe(
  adapters: readonly Adapter[],
  cases: readonly Case[],
  options: ObserveOptions,
  { workspace, headStart, close }: Place,
): Promise<Run> {
  const { isolate, order, keep, shard } = options;
  const progress = startProgress();
  try {
    return await makeRun(adapters, cases, {
      workspace,
      headStart,
      edition: options.edition,
      jobs: options.jobs ?? jobsFor(adapters, cases.length, isolate),
      timeoutMs: options.timeout,
      isolate,
      order,
      shard,
      signal: interrupted,
      keep: keep ? printKept : undefined,
      onStart: progress.onStart,
      onVerdict: progress.onVerdict,
    });
  } finally {
    progress.stop();
    close();
  }
}
