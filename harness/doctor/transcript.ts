// Everything that was asked of an adapter and heard from it, as data for the checks.

import type { Description } from '../adapters/adapter.ts';
import type { Outcome } from '../hosts/outcome.ts';
import type { StartReply } from '../hosts/protocol.ts';

export interface Transcript {
  /** What a host said when it was started, or what went wrong; undefined for an adapter without one. */
  readonly introduction: StartReply | string | undefined;
  /** What modspec makes of it, or what is wrong with it. */
  readonly description: Description | string | undefined;
  readonly exchanges: readonly Exchange[];
  /** The first question again, in a process of its own. */
  readonly alone: Exchange | undefined;
  /** A server with an empty app, started and stopped; undefined for what is no server. */
  readonly served: Outcome | undefined;
  readonly hosts: readonly HostHistory[];
}

export interface Exchange {
  readonly name: string;
  /** Real, absolute path of the tree that was asked about. */
  readonly root: string;
  readonly outcome: Outcome;
}

/** One process that took questions until it was stopped or lost. */
export interface HostHistory {
  /** Every line of the stream that carries replies. */
  readonly lines: readonly string[];
  readonly asked: number;
  /** Whether it ended by itself when it was asked to; undefined when it was lost before. */
  readonly stoppedByItself: boolean | undefined;
}

/** The exchange of that name; undefined when it was not asked. */
export function findExchange({ exchanges }: Transcript, name: string): Exchange | undefined {
  return exchanges.find((exchange) => exchange.name === name);
}
