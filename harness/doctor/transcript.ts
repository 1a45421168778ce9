// Everything that an adapter was asked and wrote, as data for the checks.

import type { Description } from '../adapters/adapter.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import type { StartReply } from '../hosts/protocol.ts';

export interface Transcript {
  /** The introduction of the host, or what went wrong; undefined for an adapter without a host. */
  readonly introduction: StartReply | string | undefined;
  /** The description that follows from it, or what is wrong with it. */
  readonly description: Description | string | undefined;
  readonly exchanges: readonly Exchange[];
  /** The first question again, in a separate process. */
  readonly alone: Exchange | undefined;
  /** A server with an empty app, started and stopped; undefined if the implementation is not a server. */
  readonly served: HostOutcome | undefined;
  readonly hosts: readonly HostHistory[];
}

export interface Exchange {
  readonly name: string;
  /** Real, absolute path of the tree. */
  readonly root: string;
  readonly outcome: HostOutcome;
}

/** One process that took questions until it was stopped or failed. */
export interface HostHistory {
  /** Every line of the stream of replies. */
  readonly lines: readonly string[];
  readonly asked: number;
  /** Whether it ended after the stop message; undefined if it failed before. */
  readonly stoppedByItself: boolean | undefined;
}

/** The exchange with this name; undefined if it was not asked. */
export function findExchange({ exchanges }: Transcript, name: string): Exchange | undefined {
  return exchanges.find((exchange) => exchange.name === name);
}
