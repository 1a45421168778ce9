// An implementation that is asked about one tree after another.

import type { Adapter, Description } from '../../harness/adapters/adapter.ts';
import { SharedHost } from '../../harness/hosts/shared-host.ts';
import { type Asking, askByItself, askShared, type Judged } from '../../harness/run/ask-case.ts';
import { introduce } from '../../harness/run/run-cases.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import { AdapterError } from '../../model/adapter-error.ts';
import type { Case } from '../../model/case.ts';
import { judgedCase } from '../../model/judged-case.ts';

export interface Witness {
  readonly spec: string;
  readonly description: Description;
  /** Asks one case in an edition; if `alone`, in its own process. */
  ask(item: Case, edition: string, alone: boolean): Promise<Judged>;
  /** Asks the next case in a new host. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** @throws {AdapterError} if the implementation does not introduce itself. */
export async function openWitness(
  adapter: Adapter,
  workspace: Workspace,
  timeoutMs: number,
): Promise<Witness> {
  const { description, firstHost, refusal } = await introduce(adapter, workspace);
  if (refusal !== undefined) throw new AdapterError(`--impl ${adapter.spec}: ${refusal}`);
  let host: SharedHost | undefined = firstHost;
  const errorCodes = description.capabilities.includes('error codes');
  const revive = async (): Promise<SharedHost | undefined> => {
    if (host && !host.isLost) return host;
    if (!adapter.shared) return undefined;
    host = new SharedHost(adapter.shared(workspace));
    return typeof (await host.start()) === 'string' ? undefined : host;
  };
  return {
    spec: adapter.spec,
    description,
    async ask(item, edition, alone) {
      const asking: Asking = { judged: judgedCase(item, edition), errorCodes, workspace, timeoutMs };
      const shared = alone ? undefined : await revive();
      return shared ? askShared(asking, shared, 'shared') : askByItself(asking, adapter);
    },
    async renew() {
      await host?.close();
      host = undefined;
    },
    async close() {
      await host?.close();
    },
  };
}
