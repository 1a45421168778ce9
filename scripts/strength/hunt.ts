// The hunt for one fault: runs the cases that reach it on the faulty reference, until the plan has no more.

import { readFileSync, writeFileSync } from 'node:fs';
import { referenceAdapter } from '../../harness/adapters/reference-adapter.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import { Asker } from './asker.ts';
import { fileIn } from './compiled-reference.ts';
import { applyEdits, type Fault } from './fault.ts';
import type { Ledger } from './ledger.ts';
import type { Pair } from './pairs.ts';

export interface HuntOptions {
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Makes the fault in a copy of the compiled reference, asks the pairs of the plan, and mends the copy again.
 * @param plan looks into the ledger before it gives the next pair
 * @param folder a copy that no other hunt uses at the same time
 */
export async function hunt(
  fault: Fault,
  plan: Iterable<Pair>,
  ledger: Ledger,
  folder: string,
  { signal, ...options }: HuntOptions,
): Promise<void> {
  const file = fileIn(folder, fault.file);
  const sound = readFileSync(file, 'utf8');
  const prey = new Asker(referenceAdapter(folder), options);
  try {
    writeFileSync(file, applyEdits(sound, fault.edits));
    for (const pair of plan) {
      if (signal.aborted) break;
      const passes = await prey.passes(pair.item, pair.edition);
      ledger.note(fault, pair, !passes);
    }
  } finally {
    await prey.leave();
    writeFileSync(file, sound);
  }
}
