// A run: every implementation is asked every selected case, on several hosts at the same time.

import { AdapterError } from '../../model/adapter-error.ts';
import type { Case } from '../../model/case.ts';
import { currentEdition } from '../../model/editions.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import type { Platform } from '../../model/platform.ts';
import type { Verdict } from '../../model/run.ts';
import type { HostNeed } from '../../model/vocabulary.ts';
import type { Adapter, Description } from '../adapters/adapter.ts';
import { inOneLine } from '../hosts/quote-stderr.ts';
import { SharedHost } from '../hosts/shared-host.ts';
import type { Workspace } from '../trees/workspace.ts';
import { type Judged, notAsked } from './ask-case.ts';
import type { Bail } from './bail.ts';
import { groupCases } from './group-cases.ts';
import { intendedIn } from './intended.ts';
import { type DescribedLoader, placeOf } from './place.ts';
import { reasonToSkip } from './reason-to-skip.ts';
import { type Batch, type HeldAnswer, type Ticket, work } from './worker.ts';

export interface RunOptions {
  readonly workspace: Workspace;
  readonly machine: ReadonlySet<HostNeed>;
  readonly jobs: number;
  readonly timeoutMs: number;
  /** The platform that implementations are asked about; absent: that of the machine. */
  readonly platform?: Platform | undefined;
  /** Whether every case gets its own process. */
  readonly isolate: boolean;
  readonly signal: AbortSignal;
  /** Why no case can be asked, if that is so. */
  readonly refusal?: string | undefined;
  /** When the run stops early; without it, every case is asked. */
  readonly bail?: Bail | undefined;
  readonly keep?: ((item: Case, tree: string) => void) | undefined;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** An implementation that has introduced itself, with the edition that it is judged by. */
export interface Introduced extends DescribedLoader {
  readonly firstHost: SharedHost | undefined;
  /** Why no case can be asked, if its host does not introduce itself. */
  readonly refusal?: string;
}

/**
 * Starts the first host of an implementation and asks it to introduce itself.
 * @throws {AdapterError} if it does not answer as the protocol requires, unless the adapter is one for any version of its loader.
 */
export async function introduce(adapter: Adapter, workspace: Workspace): Promise<Introduced> {
  if (!adapter.shared) return { adapter, description: adapter.describe(undefined), firstHost: undefined };
  const host = new SharedHost(adapter.shared(workspace));
  const reply = await host.start();
  if (typeof reply === 'string') return refuse(adapter, `${reply}${workspace.cell ? hint : ''}`);
  return { adapter, description: adapter.describe(reply), firstHost: host };
}

function refuse(adapter: Adapter, reply: string): Introduced {
  if (!adapter.probed)
    throw adapter.explainStart?.(reply) ?? new AdapterError(`--impl ${adapter.spec}: ${reply}`);
  const description = adapter.describe(undefined);
  const refusal = `version ${description.version} can't be driven: ${inOneLine(reply)}`;
  return { adapter, description, firstHost: undefined, refusal };
}

/** An implementation that did not start, in a run of which others are part: each of its cases says why. */
export function introduceRefused(adapter: Adapter, { message }: AdapterError): Introduced {
  const refusal = inOneLine(message.replace(`--impl ${adapter.spec}: `, ''));
  return { adapter, description: describeUnseen(adapter), firstHost: undefined, refusal };
}

/** What is known of an implementation without its reply. */
function describeUnseen(adapter: Adapter): Description {
  try {
    return adapter.describe(undefined);
  } catch {
    return { name: adapter.spec, edition: currentEdition, capabilities: [] };
  }
}

const hint = '; it ran contained, without network; --contain off asks it without limits';

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
  const { adapter, description, firstHost } = introduced;
  const { workspace, signal, jobs, bail } = options;
  const verdicts: Verdict[] = [];
  const damaged: Ticket[] = [];
  const count = (ticket: Ticket, judged: Judged) => {
    const verdict = toVerdict(ticket, judged, introduced);
    verdicts.push(verdict);
    bail?.note(verdict, description);
    options.onVerdict(verdict);
  };
  // With other cases beside it, any of them may have damaged the tree.
  const finish = (ticket: Ticket, judged: Judged) =>
    judged.damaged && jobs > 1 ? damaged.push(ticket) : count(ticket, judged);
  bail?.forgetDoubts();
  const hasToSettle = (worker: number) => (doubts: readonly HeldAnswer[]) =>
    bail?.hasToSettle(
      worker,
      doubts.map(({ ticket, judged }) => toVerdict(ticket, judged, introduced)),
      description,
    ) === true;
  const queue = batchesFor(cases, introduced, options, count);
  const shared = { adapter, workspace, signal };
  await Promise.all(
    Array.from({ length: Math.max(1, jobs) }, (_, index) =>
      work(queue, {
        ...shared,
        finish,
        hasToSettle: hasToSettle(index),
        firstHost: index === 0 ? firstHost : undefined,
      }),
    ),
  );
  await work([{ tickets: damaged.map((ticket) => ({ ...ticket, place: 'process' as const })) }], {
    ...shared,
    finish: count,
  });
  return verdicts.sort((a, b) => a.position - b.position);
}

/** What workers take, one batch at a time for all of them. A run that may stop early asks in the given order. */
function* batchesFor(
  cases: readonly PlacedCase[],
  introduced: Introduced,
  options: RunOptions,
  tell: (ticket: Ticket, judged: Judged) => void,
): Generator<Batch> {
  const inOrder = options.isolate || options.bail;
  const { groups, rest } = inOrder ? { groups: [], rest: cases } : groupCases(cases, introduced);
  for (const { variables, cases: own } of groups) {
    const tickets = [...ticketsFor(own, introduced, options, tell)];
    yield { tickets: tickets.map((ticket) => ({ ...ticket, place: 'shared' })), variables };
  }
  for (const ticket of ticketsFor(rest, introduced, options, tell)) yield { tickets: [ticket] };
}

/** The cases to ask, until the run stops. Cases that cannot be asked get their verdict on the way. */
function* ticketsFor(
  cases: readonly PlacedCase[],
  introduced: Introduced,
  { workspace, timeoutMs, platform, keep, isolate, machine, refusal, bail }: RunOptions,
  tell: (ticket: Ticket, judged: Judged) => void,
): Generator<Ticket> {
  const { description } = introduced;
  const errorCodes = description.capabilities.includes('error codes');
  for (const { judged, position } of cases) {
    if (bail?.isReached) return;
    const place = isolate ? 'process' : placeOf(judged, introduced);
    const ticket = { position, place, asking: { judged, errorCodes, workspace, timeoutMs, platform, keep } };
    const reason = reasonToSkip(judged, description, machine);
    if (refusal !== undefined) tell(ticket, notAsked('error', judged, refusal));
    else if (reason === undefined) yield ticket;
    else tell(ticket, notAsked('skip', judged, reason));
  }
}

function toVerdict(
  { position, asking }: Ticket,
  { damaged: _, ...judged }: Judged,
  { adapter, description }: Introduced,
): Verdict {
  const { item } = asking.judged;
  const { id, hash, rule, level } = item;
  const intended = intendedIn(item, judged.verdict, description.differences);
  return { implementation: adapter.spec, case: id, position, hash, rule, level, ...judged, ...intended };
}
