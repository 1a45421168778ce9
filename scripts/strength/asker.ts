// Asks an implementation one case after another, as a run does, but says at once whether it passes.

import type { Adapter } from '../../harness/adapters/adapter.ts';
import { SharedHost } from '../../harness/hosts/shared-host.ts';
import { type Asking, askByItself, askShared } from '../../harness/run/ask-case.ts';
import { type DescribedLoader, placeOf } from '../../harness/run/place.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import type { Case } from '../../model/case.ts';
import { judgedCase } from '../../model/judged-case.ts';

export interface AskerOptions {
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  /** How long a host may take to end; what it does at its end is lost after that. */
  readonly closeMs?: number;
}

/** Keeps at most one live host. */
export class Asker {
  readonly #loader: DescribedLoader;
  readonly #options: AskerOptions;
  #host: SharedHost | undefined;

  constructor(adapter: Adapter, options: AskerOptions) {
    this.#loader = { adapter, description: adapter.describe(undefined) };
    this.#options = options;
  }

  /** What does not pass in a shared host is asked again by itself, and that counts. A host that gave another answer is spoiled. */
  async passes(item: Case, edition: string): Promise<boolean> {
    const { workspace, timeoutMs } = this.#options;
    const judged = judgedCase(item, edition);
    const asking: Asking = { judged, errorCodes: true, workspace, timeoutMs };
    const place = placeOf(judged, this.#loader);
    if (place === 'process') return this.#passesByItself(asking);
    if (await this.#passesShared(asking, place)) return true;
    const passes = await this.#passesByItself(asking);
    if (passes) await this.leave();
    return passes;
  }

  async leave(): Promise<void> {
    await this.#host?.close(this.#options.closeMs);
    this.#host = undefined;
  }

  async #passesByItself(asking: Asking): Promise<boolean> {
    const { verdict } = await askByItself(asking, this.#loader.adapter);
    return verdict === 'pass';
  }

  async #passesShared(asking: Asking, place: 'shared' | 'thread'): Promise<boolean> {
    const host = await this.#openHost();
    if (!host) return false;
    const { verdict } = await askShared(asking, host, place);
    if (verdict !== 'pass' && verdict !== 'fail') await this.leave();
    return verdict === 'pass';
  }

  async #openHost(): Promise<SharedHost | undefined> {
    const { shared } = this.#loader.adapter;
    if (this.#host || !shared) return this.#host;
    const host = new SharedHost(shared(this.#options.workspace));
    if (typeof (await host.start()) === 'string') return undefined;
    this.#host = host;
    return host;
  }
}
