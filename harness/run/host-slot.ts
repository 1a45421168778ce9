// The host of one worker: at most one live host, started when it is first needed and replaced after a failure.

import type { Adapter, Variables } from '../adapters/adapter.ts';
import { SharedHost } from '../hosts/shared-host.ts';
import type { Workspace } from '../trees/workspace.ts';

export class HostSlot {
  readonly #adapter: Adapter;
  readonly #workspace: Workspace;
  readonly #variables: Variables | undefined;
  #host: SharedHost | undefined;

  /**
   * @param first a host that has already started
   * @param variables with which others are started
   */
  constructor(adapter: Adapter, workspace: Workspace, first?: SharedHost, variables?: Variables) {
    this.#adapter = adapter;
    this.#workspace = workspace;
    this.#host = first;
    this.#variables = variables;
  }

  /** A host that is ready for a case, or the reason why there is none. */
  async get(): Promise<SharedHost | string> {
    if (this.#host) return this.#host;
    if (!this.#adapter.shared) return 'the adapter has no host';
    this.#workspace.mend();
    const host = new SharedHost(this.#adapter.shared(this.#workspace, this.#variables));
    const reply = await host.start();
    if (typeof reply === 'string') return reply;
    this.#host = host;
    return host;
  }

  async close(): Promise<void> {
    await this.#host?.close();
    this.#host = undefined;
  }
}
