// An adapter lets the harness drive one implementation. It asks and reports; it never judges.

import type { Platform } from '../../model/platform.ts';
import type { Capability } from '../../model/vocabulary.ts';
import type { Launch } from '../hosts/child-group.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import type { AskedCase, StartReply } from '../hosts/protocol.ts';
import type { ImplementationKind, IntendedDifference } from '../registry/entries/entry.ts';
import type { ServerStart } from '../servers/server-launch.ts';
import type { Workspace } from '../trees/workspace.ts';

/** Environment variables and their values. */
export type Variables = Readonly<Record<string, string>>;

export interface Adapter {
  /** The value of `--impl` that names the implementation. */
  readonly spec: string;
  /** Absolute paths of the user's files and folders that the implementation consists of. */
  readonly sources?: readonly string[];
  /** How to start a host that takes many cases, with these variables besides its own; absent if every case needs its own process. */
  readonly shared?: (workspace: Workspace, variables?: Variables) => Launch;
  /**
   * Whether such a host sets the variables that a case declares, and afterwards restores what cases change: variables,
   * global folders, the table of extensions.
   */
  readonly putsBack?: boolean;
  /** Asks one case in its own process. Never rejects. */
  askAlone(asked: AskedCase, workspace: Workspace, timeoutMs: number): Promise<HostOutcome>;
  /** How to start a server; only for implementations with the capability `serve`. */
  readonly serve?: (start: ServerStart, workspace: Workspace) => Launch;
  /** A better error for an adapter that did not start, from what its process wrote; undefined if there is none. */
  readonly explainStart?: (said: string) => Error | undefined;
  /** Whether a version of the loader may be one that its driver does not know, so that it is asked the simplest question first. */
  readonly probed?: boolean;
  /** Describes the implementation; `reply` is the introduction of its host, if it has a host. */
  describe(reply: StartReply | undefined): Description;
}

export interface Description {
  readonly name: string;
  readonly version?: string;
  readonly homepage?: string;
  readonly kind?: ImplementationKind | 'reference';
  /** What its adapter configures, and why this is fair. */
  readonly note?: string;
  readonly differences?: readonly IntendedDifference[];
  /** The edition that it is judged by unless the user names another. */
  readonly edition: string;
  readonly capabilities: readonly Capability[];
  /** Besides that of the machine, the platforms whose rules of paths it takes as a parameter. */
  readonly platforms?: readonly Platform[];
  /** What it can't do where it is asked about another platform than that of the machine, and why. */
  readonly lacksElsewhere?: { readonly capabilities: readonly Capability[]; readonly reason: string };
  /** Which of its capabilities it does not have in an edition; it has all of them in every edition without this. */
  readonly lacks?: (edition: string) => readonly Capability[];
  /**
   * Whether its shared hosts contain nothing but the loader. The harness can then see when a program has ended, and remove
   * what the program leaves behind.
   */
  readonly bare?: boolean;
  /**
   * Whether such hosts can also run a case in a thread, as other hosts do in a process; depends on the edition that it is
   * judged by.
   */
  readonly threads?: (edition: string) => boolean;
  /** Whether its loader reads all variables again for each case, also those that Node reads only when it starts. */
  readonly rereadsVariables?: boolean;
  /** Its host loads what `--require` in `NODE_OPTIONS` names, by the function with which Node does so when it starts. */
  readonly preloads?: boolean;
}
