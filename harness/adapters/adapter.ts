// An adapter lets the harness drive one implementation. It asks and reports; it never judges.

import type { Launch } from '../hosts/child-group.ts';
import type { Outcome } from '../hosts/outcome.ts';
import type { AskedCase, StartReply } from '../hosts/protocol.ts';
import type { Capability } from '../model/vocabulary.ts';
import type { ServerStart } from '../servers/server-launch.ts';
import type { Workspace } from '../trees/workspace.ts';
import type { ImplementationKind, IntendedDifference } from './registry/entry.ts';

export interface Adapter {
  /** The text after `--impl` that names it. */
  readonly spec: string;
  /** Absolute paths of the files and folders that it consists of, as far as they are the user's to change. */
  readonly sources?: readonly string[];
  /** How to start a host that takes many cases; absent when every case needs a process of its own. */
  readonly shared?: (workspace: Workspace) => Launch;
  /**
   * Whether such a host gives a case the variables that it declares, and afterwards puts back what cases change for each
   * other: variables, global folders, the table of extensions.
   */
  readonly putsBack?: boolean;
  /** Asks one case in a process of its own. Never rejects. */
  askAlone(asked: AskedCase, workspace: Workspace, timeoutMs: number): Promise<Outcome>;
  /** How to start a server; only for implementations that claim `serve`. */
  readonly serve?: (start: ServerStart, workspace: Workspace) => Launch;
  /** What is known of the implementation once its host has introduced itself, or without one. */
  describe(reply: StartReply | undefined): Description;
}

export interface Description {
  readonly name: string;
  readonly version?: string;
  readonly homepage?: string;
  readonly kind?: ImplementationKind;
  /** What its adapter configures, and why that is fair. */
  readonly note?: string;
  readonly differences?: readonly IntendedDifference[];
  /** The edition it is judged by unless the user names another. */
  readonly edition: string;
  readonly capabilities: readonly Capability[];
  /**
   * Whether there is nothing but the loader in its shared hosts, and so whatever is left of a program there can be told and
   * taken away, and the end of its work be seen.
   */
  readonly bare?: boolean;
  /**
   * Whether such hosts can also give a case a thread, which is to them what a process of its own is to others; by the
   * edition that it is judged by.
   */
  readonly threads?: (edition: string) => boolean;
  /** Whether its loader reads every variable anew for each case, also those that Node reads only when it starts. */
  readonly rereadsVariables?: boolean;
}
