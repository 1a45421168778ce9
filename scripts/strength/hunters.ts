// Everything that a hunt needs: which places each case reaches, what is known already, and copies of the reference to change.

import path from 'node:path';
import type { Case } from '../../model/case.ts';
import { findEdition } from '../../model/editions.ts';
import { hostStripsTypes } from '../../reference/host/strip-types.ts';
import { copyReference } from './compiled-reference.ts';
import { decides } from './decides.ts';
import type { Fault } from './fault.ts';
import { hunt } from './hunt.ts';
import type { Ledger } from './ledger.ts';
import type { MeasureOptions } from './measure.ts';
import { pairsFor, withoutLikeEditions } from './order-pairs.ts';
import type { Pair, PairedCases } from './pairs.ts';
import { planCredit, planHunt } from './plan-hunt.ts';
import type { Signatures } from './signatures.ts';

export interface Hunters {
  readonly cases: readonly Case[];
  readonly paired: PairedCases;
  readonly ledger: Ledger;
  readonly signatures: Signatures;
  readonly compiled: string;
  readonly options: MeasureOptions;
}

/**
 * Which cases are asked: those that share a host, also those that get a process or thread of their own, or each of them in
 * every edition.
 */
export type Which = 'sharing' | 'all' | 'all in every edition';

/** All pairs that reach the changed code. */
export function pairsOf(fault: Fault, { paired }: Hunters): Pair[] {
  return pairsFor(fault, paired.pairs);
}

/** Faults in what takes types out of TypeScript. What says whether this Node can do it is in the register of equivalents. */
const aboutTypes = /^host\/strip-types:(?!hostStripsTypes:)|:strippingInNodeModules:|:typeScriptFiles:/;

/** Whether this Node lacks what all cases that could notice need. */
export function isBeyondHost({ id }: Fault): boolean {
  return !hostStripsTypes && aboutTypes.test(id);
}

/** Whether the fault lies in what any of the editions uses. */
export function canBeAsked(fault: Fault, { options }: Hunters): boolean {
  const family = fault.file.startsWith('deployd/') ? 'deployd' : 'node';
  return options.editions.some(
    (id) => findEdition(id)?.family === family && (!fault.entry || decides(fault.entry, id)),
  );
}

/**
 * Each fault is asked about until as many cases notice as are wanted, or none is left. A case that gets a process or thread
 * of its own takes as long as dozens of others, so at first only those of them are asked that once noticed; and only what
 * nobody noticed then is asked about in every edition.
 */
export async function huntAll(faults: readonly Fault[], hunters: Hunters, which: Which): Promise<void> {
  const { ledger, signatures, options } = hunters;
  const wanted = which === 'all in every edition' ? 1 : options.wanted;
  const isLacking = (fault: Fault) => ledger.killersOf(fault).length < wanted;
  const nearby = new Map<string, Set<string>>();
  const plan = function* (fault: Fault): Generator<Pair> {
    const near = nearby.get(functionOf(fault)) ?? new Set<string>();
    nearby.set(functionOf(fault), near);
    const open = { ledger, signatures, nearby: near, wanted };
    const hints = new Set(ledger.hintsFor(fault));
    const reaching = pairsOf(fault, hunters);
    const pairs =
      which === 'all in every edition' ? reaching : withoutLikeEditions(fault, reaching, signatures);
    const chosen = pairs.filter(({ item, alone }) => which !== 'sharing' || !alone || hints.has(item.id));
    yield* planHunt(fault, chosen, open);
    for (const id of ledger.killersOf(fault).slice(0, wanted)) near.add(id);
  };
  const hunted = which === 'sharing' ? faults : faults.filter(isLacking);
  await takeAll(hunted, `faults, cases asked: ${which}`, plan, hunters);
}

/** Cases without credit are run with every fault that they reach. */
export async function creditAll(faults: readonly Fault[], hunters: Hunters): Promise<void> {
  const plan = (fault: Fault) => planCredit(fault, pairsWithoutCredit(fault, hunters), hunters.ledger);
  await takeAll(faults, 'faults, for cases without credit', plan, hunters);
}

function pairsWithoutCredit(fault: Fault, hunters: Hunters): Pair[] {
  const { ledger, paired } = hunters;
  const pairs = paired.pairs.filter(({ item }) => ledger.creditsOf(item.id).size === 0);
  const reaching = pairsOf(fault, { ...hunters, paired: { ...paired, pairs } });
  return withoutLikeEditions(fault, reaching, hunters.signatures);
}

function functionOf({ id }: Fault): string {
  return id.split(':').slice(0, 2).join(':');
}

async function takeAll(
  faults: readonly Fault[],
  what: string,
  plan: (fault: Fault) => Iterable<Pair>,
  { ledger, compiled, options }: Hunters,
): Promise<void> {
  const { folder, jobs, signal, onProgress } = options;
  const waiting = faults.entries();
  const work = async (_: unknown, worker: number) => {
    const copy = path.join(folder, `copy-${worker}`);
    copyReference(compiled, copy);
    for (const [index, fault] of waiting) {
      if (signal.aborted) return;
      onProgress(`${index} of ${faults.length} ${what}`);
      await hunt(fault, plan(fault), ledger, copy, options);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
}
