// Compares two runs case by case: what was fixed, what regressed, what was added or removed, and whether the case or the
// loader changed.

import type { VerdictWord } from '../model/run.ts';

/** The part of a verdict that is compared. */
export interface ComparedVerdict {
  readonly case: string;
  readonly hash: string;
  readonly verdict: VerdictWord;
  /** What was observed, in words; it distinguishes two failures of one case. */
  readonly observed?: string | undefined;
}

export interface ComparedImplementation {
  readonly spec: string;
  readonly name: string;
  readonly version?: string | undefined;
  readonly edition: string;
  readonly verdicts: readonly ComparedVerdict[];
}

/** `other`: it still fails, or is still skipped, but in another way. */
export const changeKinds = ['regressed', 'fixed', 'other', 'new', 'removed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly case: string;
  readonly before?: VerdictWord;
  readonly after?: VerdictWord;
  /** Whether the case itself has changed; then the change says nothing about the loader. */
  readonly caseChanged: boolean;
}

export interface Comparison {
  readonly before: ComparedImplementation;
  readonly after: ComparedImplementation;
  readonly changes: readonly Change[];
  readonly same: number;
}

export interface Compared {
  readonly pairs: readonly Comparison[];
  /** The implementations of only one of the runs. */
  readonly gone: readonly ComparedImplementation[];
  readonly added: readonly ComparedImplementation[];
}

/**
 * Implementations are paired by the value of `--impl` and their edition, then by name; if each run has only one,
 * those two are compared whatever their names.
 */
export function compareRuns(
  before: readonly ComparedImplementation[],
  after: readonly ComparedImplementation[],
): Compared {
  const pairs: Comparison[] = [];
  const gone: ComparedImplementation[] = [];
  const left = new Set(after);
  for (const one of before) {
    const other = findPartner(one, [...left], before.length === 1 && after.length === 1);
    if (other) {
      left.delete(other);
      pairs.push(compareImplementation(one, other));
    } else gone.push(one);
  }
  return { pairs, gone, added: [...left] };
}

function findPartner(
  one: ComparedImplementation,
  candidates: readonly ComparedImplementation[],
  alone: boolean,
): ComparedImplementation | undefined {
  return (
    candidates.find(({ spec, edition }) => spec === one.spec && edition === one.edition) ??
    candidates.find(({ spec }) => spec === one.spec) ??
    candidates.find(({ name, edition }) => name === one.name && edition === one.edition) ??
    (alone ? candidates[0] : undefined)
  );
}

function compareImplementation(before: ComparedImplementation, after: ComparedImplementation): Comparison {
  const old = new Map(before.verdicts.map((verdict) => [verdict.case, verdict]));
  const current = new Map(after.verdicts.map((verdict) => [verdict.case, verdict]));
  const ids = new Set([...old.keys(), ...current.keys()]);
  const changes = [...ids].flatMap((id) => compareVerdicts(id, old.get(id), current.get(id)) ?? []);
  return { before, after, changes, same: ids.size - changes.length };
}

/** Undefined if nothing has changed. */
function compareVerdicts(
  id: string,
  before: ComparedVerdict | undefined,
  after: ComparedVerdict | undefined,
): Change | undefined {
  const kind = changeKind(before, after);
  if (kind === undefined) return undefined;
  return {
    kind,
    case: id,
    ...(before ? { before: before.verdict } : {}),
    ...(after ? { after: after.verdict } : {}),
    caseChanged: before !== undefined && after !== undefined && before.hash !== after.hash,
  };
}

function changeKind(
  before: ComparedVerdict | undefined,
  after: ComparedVerdict | undefined,
): ChangeKind | undefined {
  if (!before) return 'new';
  if (!after) return 'removed';
  if (isBad(before.verdict) !== isBad(after.verdict)) return isBad(after.verdict) ? 'regressed' : 'fixed';
  const same = before.verdict === after.verdict && before.observed === after.observed;
  return same ? undefined : 'other';
}

function isBad(verdict: VerdictWord): boolean {
  return verdict !== 'pass' && verdict !== 'skip';
}
