// A worker asks one case after another. A failure in a shared host is a doubt until it has been seen elsewhere: in a fresh host
// together with the other doubts, in the reverse order, and where the answers differ, in a process of its own.

import { isDeepStrictEqual } from 'node:util';
import { observationKey } from '../../model/same-observation.ts';
import type { Adapter, Variables } from '../adapters/adapter.ts';
import type { SharedHost } from '../hosts/shared-host.ts';
import type { Workspace } from '../trees/workspace.ts';
import { type Asking, askByItself, askShared, isAsExpected, type Judged, notAsked } from './ask-case.ts';
import { HostSlot } from './host-slot.ts';
import { type Order, putInOrder } from './order.ts';
import type { HostKind } from './place.ts';

/** A case to be asked. */
export interface Ticket {
  readonly position: number;
  readonly asking: Asking;
  readonly place: HostKind;
}

/** Cases that one worker asks together, in a host started with these variables if there are any. */
export interface Batch {
  readonly tickets: readonly Ticket[];
  readonly variables?: Variables | undefined;
}

export interface WorkOptions {
  readonly adapter: Adapter;
  readonly workspace: Workspace;
  /** A host that has already started, if there is one. */
  readonly firstHost?: SharedHost | undefined;
  readonly signal: AbortSignal;
  /** Whether these doubts have to be settled at once. */
  readonly hasToSettle?: ((doubts: readonly HeldAnswer[]) => boolean) | undefined;
  /** Called with what counts, once for every case; for none that is still in doubt when the run is interrupted. */
  readonly finish: (ticket: Ticket, judged: Judged) => void;
}

/** Asks these cases in this order. */
export async function work(batches: Iterable<Batch>, options: WorkOptions): Promise<void> {
  const worker = new Worker(options);
  for (const { tickets, variables } of batches) {
    if (options.signal.aborted) break;
    if (variables) await worker.takeApart(tickets, variables);
    else for (const ticket of tickets) await worker.take(ticket);
  }
  await worker.end();
}

/** What a shared host answered and does not count yet. */
export interface HeldAnswer {
  readonly ticket: Ticket;
  readonly judged: Judged;
}

/** How many doubts are settled together. Each costs a process if their host turns out to be spoiled. */
const mostDoubts = 100;

/** The orders in which doubts are asked again; after these, each is asked alone. */
const rounds: readonly Order[] = [
  { kind: 'reversed' },
  { kind: 'shuffled', seed: 1 },
  { kind: 'shuffled', seed: 2 },
];

class Worker {
  readonly #options: WorkOptions;
  readonly #hosts: HostSlot;
  /** Doubts, and what passed after the first of them: a host that spoils one answer may spoil the next. */
  #held: HeldAnswer[] = [];

  constructor(options: WorkOptions) {
    this.#options = options;
    this.#hosts = new HostSlot(options.adapter, options.workspace, options.firstHost);
  }

  async take(ticket: Ticket): Promise<void> {
    if (ticket.place === 'process') return this.#finish(ticket, await this.#askByItself(ticket));
    const judged = await this.#askIn(this.#hosts, ticket);
    if (typeof judged === 'string') return this.#finish(ticket, withoutHost(ticket, judged));
    if (isDoubt(judged)) await this.#holdDoubt({ ticket, judged });
    else if (!isAsExpected(judged)) await this.#askAlone({ ticket, judged });
    else if (this.#held.length > 0) this.#held.push({ ticket, judged });
    else this.#finish(ticket, judged);
  }

  /** Asks cases in a host of their own, started with these variables. They are few, so each doubt is asked alone. */
  async takeApart(tickets: readonly Ticket[], variables: Variables): Promise<void> {
    const { adapter, workspace, signal } = this.#options;
    const hosts = new HostSlot(adapter, workspace, undefined, variables);
    for (const ticket of tickets) {
      if (signal.aborted) break;
      const judged = await this.#askIn(hosts, ticket);
      if (typeof judged === 'string') this.#finish(ticket, withoutHost(ticket, judged));
      else if (isAsExpected(judged)) this.#finish(ticket, judged);
      else await this.#askAlone({ ticket, judged }, hosts);
    }
    await hosts.close();
  }

  async #holdDoubt(doubt: HeldAnswer): Promise<void> {
    this.#held.push(doubt);
    const doubts = doubtsIn(this.#held);
    if (doubts.length >= mostDoubts || this.#options.hasToSettle?.(doubts)) await this.#settle();
  }

  async end(): Promise<void> {
    await this.#settle();
    await this.#hosts.close();
  }

  /** Lets everything that is held count, as it is or as it is seen elsewhere. */
  async #settle(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    const spoiled = await this.#settleDoubts(doubtsIn(held));
    const first = held.findIndex((one) => spoiled.includes(one));
    for (const [at, one] of held.entries()) {
      if (isDoubt(one.judged)) continue;
      if (first < 0 || at < first) this.#confirm([one]);
      else await this.#askOnceMore(one.ticket);
    }
  }

  /**
   * A host that one case spoils may be spoiled by others, and the next host in the same way. So the doubts are believed when
   * a round has found no spoiled answer.
   * @returns those to which the shared host gave another answer than a process of their own
   */
  async #settleDoubts(doubts: readonly HeldAnswer[]): Promise<HeldAnswer[]> {
    const spoiled: HeldAnswer[] = [];
    let left = doubts;
    for (const order of rounds) {
      const differing = await this.#findDiffering(left, order);
      const found = await this.#askAllAlone(differing);
      spoiled.push(...found);
      left = left.filter((one) => !differing.includes(one));
      if (found.length > 0) continue;
      this.#confirm(left);
      return spoiled;
    }
    return [...spoiled, ...(await this.#askAllAlone(left))];
  }

  /** @returns those to which the shared host gave another answer, because of what earlier cases left in it */
  async #askAllAlone(doubts: readonly HeldAnswer[]): Promise<HeldAnswer[]> {
    const spoiled: HeldAnswer[] = [];
    for (const one of doubts) if (await this.#askAlone(one)) spoiled.push(one);
    return spoiled;
  }

  #confirm(held: readonly HeldAnswer[]): void {
    for (const { ticket, judged } of held) this.#options.finish(ticket, judged);
  }

  /** Asks the doubts again, each after other cases than before. @returns those that are doubts still, in their order */
  async #findDiffering(doubts: readonly HeldAnswer[], order: Order): Promise<HeldAnswer[]> {
    const left = new Set(doubts);
    if (doubts.length < 2) return [...left];
    const fresh = new HostSlot(this.#options.adapter, this.#options.workspace);
    for (const one of putInOrder(doubts, order)) {
      const again = await this.#askIn(fresh, one.ticket);
      if (this.#options.signal.aborted) break;
      if (typeof again !== 'string' && isSame(again, one.judged)) left.delete(one);
    }
    await fresh.close();
    return [...left];
  }

  /** What passed in a host that was spoiled. */
  async #askOnceMore(ticket: Ticket): Promise<void> {
    const judged = await this.#askIn(this.#hosts, ticket);
    if (typeof judged === 'string') this.#finish(ticket, withoutHost(ticket, judged));
    else if (isAsExpected(judged)) this.#finish(ticket, judged);
    else await this.#askAlone({ ticket, judged });
  }

  /** @returns the reason if no host can be started */
  async #askIn(hosts: HostSlot, { asking, place }: Ticket): Promise<Judged | string> {
    const host = await hosts.get();
    if (typeof host === 'string') return host;
    const judged = await askShared(asking, host, place === 'thread' ? 'thread' : 'shared');
    // Whatever else happened, the host is not as it was.
    if (!isAsExpected(judged) && judged.verdict !== 'fail') await hosts.close();
    return judged;
  }

  /** @returns whether the shared host gave another answer, because of what earlier cases left in it */
  async #askAlone({ ticket, judged }: HeldAnswer, hosts: HostSlot = this.#hosts): Promise<boolean> {
    if (this.#options.signal.aborted) return false;
    const byItself = await this.#askByItself(ticket);
    const ms = judged.ms + byItself.ms;
    this.#finish(ticket, { ...byItself, sharedVerdict: judged.verdict, ms });
    if (isSame(judged, byItself)) return false;
    await hosts.close();
    return true;
  }

  #askByItself({ asking }: Ticket): Promise<Judged> {
    return askByItself(asking, this.#options.adapter);
  }

  /** What was being asked when the run was interrupted does not count. */
  #finish(ticket: Ticket, judged: Judged): void {
    if (!this.#options.signal.aborted) this.#options.finish(ticket, judged);
  }
}

function withoutHost({ asking }: Ticket, reason: string): Judged {
  return notAsked('error', asking.judged, reason);
}

function doubtsIn(held: readonly HeldAnswer[]): HeldAnswer[] {
  return held.filter(({ judged }) => isDoubt(judged));
}

/** The host lives and has answered, and the tree is whole. */
function isDoubt({ verdict, damaged }: Judged): boolean {
  return verdict === 'fail' && damaged !== true;
}

/** Whether the same was observed. */
function isSame(one: Judged, other: Judged): boolean {
  return one.verdict === other.verdict && isDeepStrictEqual(observedIn(one), observedIn(other));
}

function observedIn({ questions }: Judged): string[] {
  return questions.flatMap(({ checks }) => checks.map(({ observed }) => observationKey(observed)));
}
