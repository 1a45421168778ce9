// Compares two runs case by case, and question by question: what was fixed, what regressed, what was added or removed, and
// whether the case or the loader changed.

import type { VerdictWord } from '../model/run.ts';

/** The part of a verdict that is compared. */
export interface ComparedVerdict {
  readonly case: string;
  readonly hash: string;
  readonly verdict: VerdictWord;
  /** Empty also if no question was answered. */
  readonly failed: readonly FailedQuestion[];
  readonly asksSeveral: boolean;
}

/** A question of a case that did not pass. */
export interface FailedQuestion {
  /** The index of the question in the case. */
  readonly index: number;
  /** In words, for people: the question, or the first step of the server that failed. */
  readonly label: string;
  /** Equal for failures that are the same. */
  readonly observed: string;
}

export interface ComparedImplementation {
  readonly spec: string;
  readonly name: string;
  readonly version?: string | undefined;
  readonly edition: string;
  readonly verdicts: readonly ComparedVerdict[];
}

/**
 * `worse` and `better`: the case still fails, but a question of it regressed, or none did and one was fixed. `other`: it still
 * fails, or is still skipped, but in another way.
 */
export const changeKinds = ['regressed', 'worse', 'fixed', 'better', 'other', 'new', 'removed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly case: string;
  readonly before?: VerdictWord;
  readonly after?: VerdictWord;
  /** Whether the case itself has changed; then the change says nothing about the loader. */
  readonly caseChanged: boolean;
  /** If the case asks several questions, those that changed; empty if two different cases or editions are compared. */
  readonly questions: readonly QuestionChange[];
}

export interface QuestionChange {
  /** The index of the question in the case. */
  readonly index: number;
  readonly label: string;
  /** `pass`, `fail`, or the verdict of a case of which no question was answered. */
  readonly before: VerdictWord;
  readonly after: VerdictWord;
}

/** Whether something that passed before fails now. */
export function isRegression({ kind }: Change): boolean {
  return kind === 'regressed' || kind === 'worse';
}

export interface RunComparison {
  readonly before: ComparedImplementation;
  readonly after: ComparedImplementation;
  readonly changes: readonly Change[];
  readonly same: number;
}

export interface ComparedRuns {
  readonly pairs: readonly RunComparison[];
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
): ComparedRuns {
  const pairs: RunComparison[] = [];
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

function compareImplementation(before: ComparedImplementation, after: ComparedImplementation): RunComparison {
  const old = new Map(before.verdicts.map((verdict) => [verdict.case, verdict]));
  const current = new Map(after.verdicts.map((verdict) => [verdict.case, verdict]));
  const ids = new Set([...old.keys(), ...current.keys()]);
  const sameEdition = before.edition === after.edition;
  const changes = [...ids].flatMap(
    (id) => compareVerdicts(id, old.get(id), current.get(id), sameEdition) ?? [],
  );
  return { before, after, changes, same: ids.size - changes.length };
}

/** Undefined if nothing has changed. */
function compareVerdicts(
  id: string,
  before: ComparedVerdict | undefined,
  after: ComparedVerdict | undefined,
  sameEdition: boolean,
): Change | undefined {
  const caseChanged = before !== undefined && after !== undefined && before.hash !== after.hash;
  const questions = before && after && sameEdition && !caseChanged ? compareQuestions(before, after) : [];
  const kind = changeKind(before, after, questions);
  if (kind === undefined) return undefined;
  return {
    kind,
    case: id,
    ...(before ? { before: before.verdict } : {}),
    ...(after ? { after: after.verdict } : {}),
    caseChanged,
    questions: before?.asksSeveral && after?.asksSeveral ? questions : [],
  };
}

function changeKind(
  before: ComparedVerdict | undefined,
  after: ComparedVerdict | undefined,
  questions: readonly QuestionChange[],
): ChangeKind | undefined {
  if (!before) return 'new';
  if (!after) return 'removed';
  if (isBad(before.verdict) !== isBad(after.verdict)) return isBad(after.verdict) ? 'regressed' : 'fixed';
  if (questions.some((question) => question.before === 'pass')) return 'worse';
  if (questions.some((question) => question.after === 'pass')) return 'better';
  const same =
    before.verdict === after.verdict && JSON.stringify(before.failed) === JSON.stringify(after.failed);
  return same ? undefined : 'other';
}

/** The questions that failed before or fail now, unless they fail alike. */
function compareQuestions(before: ComparedVerdict, after: ComparedVerdict): QuestionChange[] {
  const [old, current] = [before, after].map(({ failed }) => new Map(failed.map((one) => [one.index, one])));
  const failed = new Map([...(old ?? []), ...(current ?? [])]);
  return [...failed.values()]
    .filter(({ index }) => old?.get(index)?.observed !== current?.get(index)?.observed)
    .map(({ index, label }) => ({
      index,
      label,
      before: outcomeOf(before, index),
      after: outcomeOf(after, index),
    }))
    .sort((a, b) => a.index - b.index);
}

function outcomeOf({ verdict, failed }: ComparedVerdict, index: number): VerdictWord {
  if (failed.some((question) => question.index === index)) return 'fail';
  return failed.length > 0 ? 'pass' : verdict;
}

function isBad(verdict: VerdictWord): boolean {
  return verdict !== 'pass' && verdict !== 'skip';
}
