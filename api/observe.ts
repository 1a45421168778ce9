// One run of some cases in a place of its own, with what is usual for everything that is not given.

import type { Adapter } from '../harness/adapters/adapter.ts';
import { jobsFor } from '../harness/run/default-jobs.ts';
import { type MakeRunOptions, makeRun } from '../harness/run/make-run.ts';
import { openPlace } from '../harness/run/open-place.ts';
import type { Order } from '../harness/run/order.ts';
import type { Case } from '../model/case.ts';
import { defaultTimeoutMs } from '../model/default-timeout.ts';
import type { Run } from '../model/run.ts';
import type { RunSettings } from './run.ts';

/** How cases are asked, whichever these are. */
export interface AskingSettings
  extends Pick<
    RunSettings,
    | 'edition'
    | 'platform'
    | 'jobs'
    | 'timeoutMs'
    | 'isolate'
    | 'contain'
    | 'shard'
    | 'signal'
    | 'onStart'
    | 'onVerdict'
    | 'onTree'
  > {
  /** Absent: as the cases are given. */
  readonly order?: Order | undefined;
}

export async function observe(
  adapters: readonly Adapter[],
  cases: readonly Case[],
  settings: AskingSettings,
): Promise<Run> {
  const { contain = 'off', onTree } = settings;
  const place = await openPlace(adapters, { contain, keep: onTree !== undefined });
  try {
    const { workspace, headStart } = place;
    return await makeRun(adapters, cases, { ...optionsFor(adapters, cases, settings), workspace, headStart });
  } finally {
    place.close();
  }
}

export function optionsFor(
  adapters: readonly Adapter[],
  cases: readonly Case[],
  settings: AskingSettings,
): Omit<MakeRunOptions, 'workspace'> {
  const { isolate = false, signal = new AbortController().signal } = settings;
  return {
    edition: settings.edition,
    platform: settings.platform,
    jobs: settings.jobs ?? jobsFor(adapters, cases.length, isolate),
    timeoutMs: settings.timeoutMs ?? defaultTimeoutMs,
    isolate,
    ...(settings.order ? { order: settings.order } : {}),
    shard: settings.shard,
    signal,
    keep: settings.onTree,
    onStart: settings.onStart ?? ignore,
    onVerdict: settings.onVerdict ?? ignore,
  };
}

function ignore(): void {}
