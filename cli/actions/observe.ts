// Makes a run in a temporary folder of its own, with its progress on a terminal.

import { availableParallelism, tmpdir } from 'node:os';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import { cacheFolder } from '../../harness/adapters/cache-folder.ts';
import { startCell } from '../../harness/hosts/cell.ts';
import type { Bail } from '../../harness/run/bail.ts';
import { defaultJobs } from '../../harness/run/default-jobs.ts';
import { type HeadStart, type MakeRunOptions, makeRun } from '../../harness/run/make-run.ts';
import type { Order } from '../../harness/run/order.ts';
import { introduce } from '../../harness/run/run-cases.ts';
import { openWorkspace, type Workspace } from '../../harness/trees/workspace.ts';
import { AdapterError } from '../../model/adapter-error.ts';
import type { Case } from '../../model/case.ts';
import type { Run } from '../../model/run.ts';
import { interrupted } from './guard-exit.ts';
import { startProgress } from './progress.ts';

/** The surroundings of a run. */
export interface Place {
  readonly workspace: Workspace;
  readonly headStart: HeadStart | undefined;
}

/** Whether the implementations are kept in. */
export type Contain = 'off' | 'auto' | 'required';

/**
 * The first host starts while the cases are still being read; if it is still alive at the end, it is killed there. Trees
 * that are kept lie on a disk.
 */
export async function openPlace(
  [adapter]: readonly Adapter[],
  { keep, contain }: { readonly keep: boolean; readonly contain: Contain },
): Promise<Place> {
  const workspace = await openWorkspace(
    keep ? tmpdir() : undefined,
    contain === 'off' ? undefined : (root) => startCell(root, cacheFolder()),
  );
  if (contain === 'required') checkContained(workspace);
  if (!adapter) return { workspace, headStart: undefined };
  const introduced = introduce(adapter, workspace);
  introduced.catch(() => undefined);
  return { workspace, headStart: { adapter, introduced } };
}

/** @throws {AdapterError} if the system does not keep the implementations in. */
function checkContained({ containment }: Workspace): void {
  if (containment?.reason === undefined) return;
  throw new AdapterError(
    `--contain required: the system does not offer it: ${containment.reason}; allow namespaces of users, or use --contain auto`,
  );
}

export interface ObserveOptions extends Pick<MakeRunOptions, 'shard' | 'narrow' | 'asked'> {
  readonly edition?: string | undefined;
  readonly timeout: number;
  readonly keep: boolean;
  readonly jobs?: number | undefined;
  readonly isolate: boolean;
  readonly order: Order;
  /** When the run stops early. */
  readonly stop?: Bail | undefined;
}

/** Makes the run; removes its temporary folder afterwards. */
export async function observe(
  adapters: readonly Adapter[],
  cases: readonly Case[],
  options: ObserveOptions,
  { workspace, headStart }: Place,
): Promise<Run> {
  const { isolate, order, keep } = options;
  const progress = startProgress();
  try {
    return await makeRun(adapters, cases, {
      workspace,
      headStart,
      edition: options.edition,
      jobs: options.jobs ?? chooseJobs(adapters, cases, isolate),
      timeoutMs: options.timeout,
      isolate,
      order,
      shard: options.shard,
      bail: options.stop,
      narrow: options.narrow,
      asked: options.asked,
      signal: interrupted,
      keep: keep ? printKept : undefined,
      onStart: progress.start,
      onVerdict: progress.step,
    });
  } finally {
    progress.stop();
    if (keep) workspace.abandon();
    else workspace.remove();
  }
}

function chooseJobs(adapters: readonly Adapter[], { length }: readonly Case[], isolate: boolean): number {
  const apart = isolate || adapters.every(({ shared }) => !shared);
  return defaultJobs({ cores: availableParallelism(), cases: length, isolate: apart });
}

function printKept(item: Case, tree: string): void {
  process.stderr.write(`${item.id}: ${tree}\n`);
}
