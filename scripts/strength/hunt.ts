// The hunt for one fault: the cases that come by it are asked of the faulty reference until one notices.

import { readFileSync, writeFileSync } from 'node:fs';
import { referenceAdapter } from '../../harness/adapters/reference-adapter.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import { Asker } from './asker.ts';
import { fileIn } from './compiled-reference.ts';
import { applyEdits, type Fault } from './fault.ts';
import type { Pair } from './pairs.ts';

export interface Hunted {
  /** The cases that noticed, at most as many as were wanted. */
  readonly killers: readonly string[];
  /** How many pairs were asked. */
  readonly asked: number;
}

export interface HuntOptions {
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  /** How many cases must notice before it is enough. */
  readonly wanted: number;
}

/**
 * Makes the fault in a copy of the compiled reference, asks the pairs in this order, and mends the copy again.
 * @param folder a copy that nobody else uses meanwhile
 */
export async function hunt(
  fault: Fault,
  pairs: readonly Pair[],
  folder: string,
  options: HuntOptions,
): Promise<Hunted> {
  const file = fileIn(folder, fault.file);
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, applyEdits(sound, fault.edits));
  const prey = new Asker(referenceAdapter(folder), options);
  const killers = new Set<string>();
  let asked = 0;
  try {
    for (const pair of pairs) {
      if (killers.size >= options.wanted) break;
      if (killers.has(pair.item.id)) continue;
      asked++;
      if (!(await prey.passes(pair.item, pair.edition))) killers.add(pair.item.id);
    }
  } finally {
    await prey.leave();
    writeFileSync(file, sound);
  }
  return { killers: [...killers], asked };
}
