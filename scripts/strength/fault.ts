// Faults: small changes of the reference, each of which some case should notice.

import type { AnyNode } from 'acorn';

/** A piece of compiled text and what replaces it. Positions count UTF-16 units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an operator proposes at one place of the syntax tree. */
export interface Proposal {
  /** The operator in a few words joined by hyphens, such as `condition-never-holds`. */
  readonly operator: string;
  /** What was changed, as a sentence without its stop. */
  readonly change: string;
  /** One change may be made in several places; they do not overlap. */
  readonly edits: readonly TextEdit[];
  /** The entry of a flag that is changed; absent for a change of code. */
  readonly entry?: TableEntry;
  /** The node that a case must reach to notice the fault; absent if it is the node that the operator was given. */
  readonly at?: AnyNode;
  /** The change makes a difference only if the condition has this outcome. */
  readonly when?: ConditionOutcome;
}

/** A condition that held, or did not. */
export interface ConditionOutcome {
  readonly condition: AnyNode;
  readonly holds: boolean;
}

/** What a flag says from one edition on. */
export interface TableEntry {
  readonly flag: string;
  /** The edition, such as `node-12`. */
  readonly column: string;
  /** All editions that the flag names. */
  readonly columns: readonly string[];
}

export interface Fault extends Proposal {
  /** `file:function:operator:ordinal`; stays while the function keeps its changes of that kind in order. */
  readonly id: string;
  /** The file below `reference/`, without its extension. */
  readonly file: string;
  /** Line of the TypeScript file. */
  readonly line: number;
  /** Label of the step that the changed code carries out, where it carries one. */
  readonly step?: string;
  /** What a case must reach to notice the fault: see `Site`; undefined for code that runs when the file is loaded. */
  readonly site: string | undefined;
}

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let changed = text;
  for (const { start, end, text: instead } of [...edits].sort((a, b) => b.start - a.start)) {
    changed = changed.slice(0, start) + instead + changed.slice(end);
  }
  return changed;
}
