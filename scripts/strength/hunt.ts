// The hunt for one fault: the cases that come by it are asked of the faulty reference until one notices.

import { readFileSync, writeFileSync } from 'node:fs';
import { referenceAdapter } from '../../harness/adapters/reference-adapter.ts';
import { SharedHost } from '../../harness/hosts/shared-host.ts';
import type { Terms } from '../../harness/judge/judge.ts';
import { type Asking, askByItself, askShared } from '../../harness/run/ask-case.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
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
  const prey = new Prey(folder, options);
  const killers = new Set<string>();
  let asked = 0;
  try {
    for (const pair of pairs) {
      if (killers.size >= options.wanted) break;
      if (killers.has(pair.item.id)) continue;
      asked++;
      if (!(await prey.passes(pair))) killers.add(pair.item.id);
    }
  } finally {
    await prey.leave();
    writeFileSync(file, sound);
  }
  return { killers: [...killers], asked };
}

/** The faulty reference with at most one live host. */
class Prey {
  readonly #adapter;
  readonly #options: HuntOptions;
  #host: SharedHost | undefined;

  constructor(folder: string, options: HuntOptions) {
    this.#adapter = referenceAdapter(folder);
    this.#options = options;
  }

  /** What fails after other cases is asked once more by itself, and that counts. */
  async passes(pair: Pair): Promise<boolean> {
    const { workspace, timeoutMs } = this.#options;
    const terms: Terms = { edition: pair.edition, errorCodes: true };
    const asking: Asking = { item: pair.item, terms, workspace, timeoutMs };
    if (!pair.alone) {
      const isFirst = this.#host === undefined;
      const passes = await this.#passesShared(asking);
      if (passes || isFirst) return passes;
    }
    const { verdict } = await askByItself(asking, this.#adapter);
    return verdict === 'pass';
  }

  async leave(): Promise<void> {
    await this.#host?.close();
    this.#host = undefined;
  }

  async #passesShared(asking: Asking): Promise<boolean> {
    const host = await this.#openHost();
    if (!host) return false;
    const { verdict } = await askShared(asking, host);
    if (verdict !== 'pass' && verdict !== 'fail') await this.leave();
    return verdict === 'pass';
  }

  async #openHost(): Promise<SharedHost | undefined> {
    if (this.#host || !this.#adapter.shared) return this.#host;
    const host = new SharedHost(this.#adapter.shared(this.#options.workspace));
    if (typeof (await host.start()) === 'string') return undefined;
    this.#host = host;
    return host;
  }
}
