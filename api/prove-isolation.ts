// Asks every case in several arrangements, and finds each case whose verdict depends on the arrangement.

import { findLeaker } from '../harness/run/find-leaker.ts';
import { putInOrder } from '../harness/run/order.ts';
import {
  type Arrangement,
  arrangements,
  findLeaks,
  firstVerdict,
  type Leak,
} from '../harness/run/prove-isolation.ts';
import type { Case } from '../model/case.ts';
import type { Run } from '../model/run.ts';
import { observe } from './observe.ts';
import { openProof, type Proof, type ProofSettings } from './open-proof.ts';

export interface IsolationSettings extends ProofSettings {
  /** Called with each case whose verdicts differ, and with the case that causes it where that was found. */
  readonly onLeak: (leak: Leak, leaker: Case | undefined) => void;
}

/** What the proof has shown. */
export interface Isolation {
  readonly leaks: number;
  /** Every way in which all cases were asked. */
  readonly seen: readonly { readonly arrangement: Arrangement; readonly run: Run }[];
}

/**
 * Every way is asked in a place of its own.
 * @returns undefined if the proof was interrupted
 */
export async function proveIsolation(settings: IsolationSettings): Promise<Isolation | undefined> {
  const proof = await openProof(settings);
  const seen: { arrangement: Arrangement; run: Run }[] = [];
  for (const arrangement of arrangements(shufflesInProof)) {
    const run = await observe(proof.adapters, proof.cases, { ...settings, ...arrangement });
    if (settings.signal?.aborted) return undefined;
    seen.push({ arrangement, run });
  }
  const leaks = findLeaks(seen);
  for (const [index, leak] of leaks.entries()) {
    const leaker = index < mostTraced ? await traceLeak(leak, proof, settings) : undefined;
    if (settings.signal?.aborted) return undefined;
    settings.onLeak(leak, leaker);
  }
  return { leaks: leaks.length, seen };
}

const shufflesInProof = 3;

/** For how many leaks the case that causes them is searched; each search takes about twenty runs of ever fewer cases. */
const mostTraced = 5;

/** The case that changes the verdict of the later case. */
async function traceLeak(leak: Leak, proof: Proof, settings: ProofSettings): Promise<Case | undefined> {
  const [alone, ...shared] = leak.verdicts;
  const spoiled = shared.find(({ verdict }) => verdict !== alone?.verdict);
  const victim = proof.cases.find(({ id }) => id === leak.case);
  if (!spoiled || !victim) return undefined;
  const adapters = proof.adapters.filter(({ spec }) => spec === leak.implementation);
  const inOrder = putInOrder(proof.cases, spoiled.arrangement.order);
  const before = inOrder.slice(0, inOrder.indexOf(victim));
  return findLeaker(before, victim, async (suspects) => {
    const traced = { ...settings, jobs: 1, isolate: false };
    const { verdicts } = await observe(adapters, suspects, traced);
    const found = verdicts.find((verdict) => verdict.case === victim.id);
    return found !== undefined && firstVerdict(found) !== alone?.verdict;
  });
}
