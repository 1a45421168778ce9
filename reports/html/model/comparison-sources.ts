// What can be compared: a file that the reader brought, the whole report, each of its runs, each of its implementations.

import { type ComparedRuns, compareRuns } from '../../../analysis/compare-runs.ts';
import type { Model } from './model.ts';
import { comparedFromReport, type ReadImplementation, type ReadRun } from './read-run.ts';

export interface Source {
  /** Unique among the sources. */
  readonly id: string;
  readonly label: string;
  readonly run: ReadRun;
}

/** @param brought a file of the reader, if there is one */
export function comparisonSources(
  model: Model,
  brought: { file: string; run: ReadRun } | undefined,
): Source[] {
  const whole = comparedFromReport(model);
  const { runs } = model.data;
  const part = (isPart: (index: number) => boolean, at: number | undefined): ReadRun => ({
    startedAt: runs[at ?? 0]?.startedAt ?? whole.startedAt,
    complete: at === undefined ? whole.complete : (runs[at]?.complete ?? true),
    implementations: whole.implementations.filter((_, index) => isPart(index)),
  });
  const ofRuns = runs.map((run, at) => ({
    id: `run ${at}`,
    label: `run of ${run.startedAt.slice(0, 16).replace('T', ' ')}: ${namesIn(model, at)}`,
    run: part((index) => model.columns[index]?.run === at, at),
  }));
  const ofColumns = model.columns.map((column) => ({
    id: `column ${column.index}`,
    label: column.label,
    run: part((index) => index === column.index, column.run),
  }));
  return [
    ...(brought ? [{ id: 'brought', label: brought.file, run: brought.run }] : []),
    { id: 'report', label: 'this report', run: whole },
    ...(runs.length > 1 ? ofRuns : []),
    ...(model.columns.length > 1 ? ofColumns : []),
  ];
}

function namesIn({ columns }: Model, at: number): string {
  const names = columns.filter(({ run }) => run === at).map(({ name }) => name);
  return names.length > 3 ? `${names.length} implementations` : names.join(', ');
}

export interface Sides {
  readonly before: Source;
  readonly after: Source;
}

/**
 * What is compared at first: the file with the report, or two runs of the same implementations, the older one before; otherwise the
 * first two implementations, of the same edition if there are two.
 */
export function firstSides(sources: readonly Source[]): Sides | undefined {
  const brought = sources.find(({ id }) => id === 'brought');
  const report = sources.find(({ id }) => id === 'report');
  if (brought && report) return inOrder(brought, report);
  const runs = sources.filter(({ id }) => id.startsWith('run '));
  for (const [at, one] of runs.entries()) {
    const other = runs.slice(at + 1).find((later) => haveSame(one, later));
    if (other) return inOrder(one, other);
  }
  return firstPair(sources.filter(({ id }) => id.startsWith('column ')));
}

function firstPair(columns: readonly Source[]): Sides | undefined {
  const editionOf = ({ run }: Source) => run.implementations[0]?.edition;
  for (const [at, before] of columns.entries()) {
    const after = columns.slice(at + 1).find((other) => editionOf(other) === editionOf(before));
    if (after) return { before, after };
  }
  const [before, after] = columns;
  return before && after && { before, after };
}

function inOrder(one: Source, other: Source): Sides {
  return one.run.startedAt <= other.run.startedAt
    ? { before: one, after: other }
    : { before: other, after: one };
}

function haveSame(one: Source, other: Source): boolean {
  return one.run.implementations.some(({ name }) =>
    other.run.implementations.some((its) => its.name === name),
  );
}

export function compareSides({ before, after }: Sides): ComparedRuns {
  return compareRuns(before.run.implementations, after.run.implementations);
}

/** The answers of both sides to a case, for each pair of implementations. */
export interface AnswerPair {
  readonly name: string;
  readonly before: ReturnType<ReadImplementation['answer']>;
  readonly after: ReturnType<ReadImplementation['answer']>;
}

export function answerPairs({ before, after }: Sides, id: string): AnswerPair[] {
  return compareSides({ before, after }).pairs.map((pair) => ({
    name: [pair.after.name, pair.after.version].filter(Boolean).join(' '),
    before: before.run.implementations.find((one) => one === pair.before)?.answer(id),
    after: after.run.implementations.find((one) => one === pair.after)?.answer(id),
  }));
}
