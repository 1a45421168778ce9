// `--prove-isolation`: asks every case in several arrangements and names each case whose verdict depends on the arrangement.

import { findLeaker } from '../../harness/run/find-leaker.ts';
import { putInOrder } from '../../harness/run/order.ts';
import {
  type Arrangement,
  arrangements,
  findLeaks,
  firstVerdict,
  type Leak,
} from '../../harness/run/prove-isolation.ts';
import type { Case } from '../../model/case.ts';
import type { Run } from '../../model/run.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted, interruptedExitCode } from './guard-exit.ts';

/** Runs these cases in one arrangement, on all implementations or on one. */
export type ObserveIn = (
  arrangement: Arrangement,
  cases: readonly Case[],
  narrow?: { readonly implementation: string },
) => Promise<Run>;

type Seen = readonly { readonly arrangement: Arrangement; readonly run: Run }[];

/** @returns the exit code */
export async function reportIsolation(cases: readonly Case[], observeIn: ObserveIn): Promise<number> {
  const seen: { arrangement: Arrangement; run: Run }[] = [];
  for (const arrangement of arrangements(shufflesInProof)) {
    seen.push({ arrangement, run: await observeIn(arrangement, cases) });
    if (interrupted.aborted) return interruptedExitCode();
  }
  const leaks = findLeaks(seen);
  for (const [index, leak] of leaks.entries()) {
    const leaker = index < mostTraced ? await traceLeak(leak, cases, observeIn) : undefined;
    if (interrupted.aborted) return interruptedExitCode();
    process.stdout.write(renderLeak(leak, leaker));
  }
  process.stdout.write(renderProof(leaks.length, seen));
  return leaks.length === 0 ? exitCodes.asExpected : exitCodes.notAsExpected;
}

const shufflesInProof = 3;

/** For how many leaks the case that causes them is searched; each search takes about twenty runs of ever fewer cases. */
const mostTraced = 5;

/** The case that changes the verdict of the later case. */
async function traceLeak(
  leak: Leak,
  cases: readonly Case[],
  observeIn: ObserveIn,
): Promise<Case | undefined> {
  const [alone, ...shared] = leak.verdicts;
  const spoiled = shared.find(({ verdict }) => verdict !== alone?.verdict);
  const victim = cases.find(({ id }) => id === leak.case);
  if (!spoiled || !victim) return undefined;
  const inOrder = putInOrder(cases, spoiled.arrangement.order);
  const before = inOrder.slice(0, inOrder.indexOf(victim));
  return findLeaker(before, victim, async (suspects) => {
    const arrangement: Arrangement = { name: 'traced', isolate: false, order: { kind: 'given' } };
    const { verdicts } = await observeIn(arrangement, suspects, leak);
    const found = verdicts.find((verdict) => verdict.case === victim.id);
    return found !== undefined && firstVerdict(found) !== alone?.verdict;
  });
}

function renderLeak({ implementation, case: id, verdicts }: Leak, leaker: Case | undefined): string {
  const words = verdicts.map(({ arrangement, verdict }) => `${arrangement.name} ${verdict}`).join(', ');
  const cause = leaker ? `; caused by ${leaker.id}` : '';
  return `differs ${id} (${implementation}): ${words}${cause}\n`;
}

function renderProof(leaks: number, seen: Seen): string {
  const count = seen[0]?.run.verdicts.length ?? 0;
  const told = seen
    .map(({ arrangement, run }) => `${arrangement.name} in ${inSeconds(run.footer.durationMs)} s`)
    .join(', ');
  return `${count} verdicts, each asked in ${seen.length} ways (${told}): ${leaks} differ\n`;
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
