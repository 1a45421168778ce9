// A run: every implementation is asked every selected case, on several hosts at the same time.

import { AdapterError } from '../../model/adapter-error.ts';
import type { Case } from '../../model/case.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import type { Verdict } from '../../model/run.ts';
import { type HostNeed, isCapability, type Need } from '../../model/vocabulary.ts';
import type { Adapter, Description } from '../adapters/adapter.ts';
import { SharedHost } from '../hosts/shared-host.ts';
import type { Workspace } from '../trees/workspace.ts';
import { type Asking, askByItself, askShared, isAsExpected, type Judged } from './ask-case.ts';
import { intendedIn } from './intended.ts';
import { type Loader, placeOf } from './place.ts';

export interface RunOptions {
  readonly workspace: Workspace;
  readonly machine: ReadonlySet<HostNeed>;
  readonly jobs: number;
  readonly timeoutMs: number;
  /** Whether every case gets its own process. */
  readonly isolate: boolean;
  readonly signal: AbortSignal;
  readonly keep?: ((item: Case, tree: string) => void) | undefined;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** An implementation that has introduced itself, with the edition that it is judged by. */
export interface Introduced extends Loader {
  readonly firstHost: SharedHost | undefined;
}

/**
 * Starts the first host of an implementation and asks it to introduce itself.
 * @throws {AdapterError} if it does not answer as the protocol requires.
 */
export async function introduce(adapter: Adapter, workspace: Workspace): Promise<Introduced> {
  if (!adapter.shared) return { adapter, description: adapter.describe(undefined), firstHost: undefined };
  const host = new SharedHost(adapter.shared(workspace));
  const reply = await host.start();
  if (typeof reply === 'string') throw new AdapterError(`--impl ${adapter.spec}: ${reply}`);
  return { adapter, description: adapter.describe(reply), firstHost: host };
}

/** A case with its position in the selection. */
export interface PlacedCase {
  readonly judged: JudgedCase;
  readonly position: number;
}

/** Asks one implementation these cases, in this order; verdicts keep positions. */
export async function runCases(
  introduced: Introduced,
  cases: readonly PlacedCase[],
  options: RunOptions,
): Promise<Verdict[]> {
  const waiting = cases.values();
  const spare = introduced.firstHost ? [introduced.firstHost] : [];
  const verdicts: Verdict[] = [];
  const damaged: PlacedCase[] = [];
  const work = async (queue: Iterable<PlacedCase>, workOptions: RunOptions, last: boolean) => {
    const hosts = new HostSlot(introduced.adapter, options.workspace, spare.pop());
    for (const placed of queue) {
      if (options.signal.aborted) break;
      const judged = await judgeCase(introduced, placed, hosts, workOptions);
      if (options.signal.aborted) break;
      if (judged.damaged && !last) {
        damaged.push(placed);
        continue;
      }
      verdicts.push(judged.verdict);
      options.onVerdict(judged.verdict);
    }
    await hosts.close();
  };
  await Promise.all(
    Array.from({ length: Math.max(1, options.jobs) }, () => work(waiting, options, options.jobs < 2)),
  );
  // The case that damaged a tree may have run at the same time, so these cases are asked again with no case beside them.
  await work(damaged, { ...options, isolate: true }, true);
  return verdicts.sort((a, b) => a.position - b.position);
}

/** The host of one worker: at most one live host, started when it is first needed and replaced after a failure. */
class HostSlot {
  readonly #adapter: Adapter;
  readonly #workspace: Workspace;
  #host: SharedHost | undefined;

  constructor(adapter: Adapter, workspace: Workspace, first: SharedHost | undefined) {
    this.#adapter = adapter;
    this.#workspace = workspace;
    this.#host = first;
  }

  /** A host that is ready for a case; undefined if the adapter has no shared hosts; the reason if it can't be started. */
  async get(): Promise<SharedHost | string | undefined> {
    if (this.#host || !this.#adapter.shared) return this.#host;
    this.#workspace.mend();
    const host = new SharedHost(this.#adapter.shared(this.#workspace));
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

async function judgeCase(
  introduced: Introduced,
  placed: PlacedCase,
  hosts: HostSlot,
  options: RunOptions,
): Promise<{ readonly verdict: Verdict; readonly damaged: boolean }> {
  const started = performance.now();
  const { adapter, description } = introduced;
  const { item } = placed.judged;
  const reason = reasonToSkip(placed.judged, description, options.machine);
  const asking: Asking = {
    judged: placed.judged,
    errorCodes: description.capabilities.includes('error codes'),
    workspace: options.workspace,
    timeoutMs: options.timeoutMs,
    keep: options.keep,
  };
  const { damaged = false, ...judged }: Judged = reason
    ? { verdict: 'skip', checks: [], reason, alone: false }
    : await ask(asking, introduced, hosts, options);
  const { id, hash, rule, level } = item;
  const ms = Math.round((performance.now() - started) * 100) / 100;
  const intended = intendedIn(item, judged.verdict, description.differences);
  const verdict = {
    implementation: adapter.spec,
    case: id,
    position: placed.position,
    hash,
    rule,
    level,
    ...judged,
    ...intended,
    ms,
  };
  return { verdict, damaged };
}

/** Asks in a shared host if possible; a case that does not pass there is asked again in its own process, and that counts. */
async function ask(
  asking: Asking,
  introduced: Introduced,
  hosts: HostSlot,
  options: RunOptions,
): Promise<Judged> {
  const { adapter } = introduced;
  const place = options.isolate ? 'process' : placeOf(asking.judged, introduced);
  if (place === 'process') return askByItself(asking, adapter);
  const host = await hosts.get();
  if (host instanceof SharedHost) {
    const judged = await askShared(asking, host, place);
    if (isAsExpected(judged)) return judged;
    if (judged.verdict !== 'fail') await hosts.close();
    if (options.signal.aborted) return judged;
    const byItself = await askByItself(asking, adapter);
    // An earlier case left something in the host, which would affect later cases too.
    if (isAsExpected(byItself)) await hosts.close();
    return { ...byItself, sharedVerdict: judged.verdict };
  }
  return { verdict: 'error', checks: [], reason: host ?? 'the adapter has no host', alone: false };
}

function reasonToSkip(
  { item, questions }: JudgedCase,
  { capabilities }: Description,
  machine: ReadonlySet<HostNeed>,
): string | undefined {
  const kinds = new Set(questions.map(({ question }) => question.kind));
  const wanted = [...kinds, ...(item.needs as Need[])];
  const lacking = wanted.find((need) =>
    isCapability(need) ? !capabilities.includes(need) : !machine.has(need),
  );
  if (lacking === undefined) return undefined;
  return isCapability(lacking)
    ? `the loader does not support '${lacking}'`
    : `this machine does not support '${lacking}'`;
}
