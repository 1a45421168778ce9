// The heat map: how much of each part of the specification each implementation keeps, as plain data.

import type { VerdictWord } from '../../model/run.ts';
import { kindsInOrder } from './kinds.ts';

/** Counts of verdicts. */
export interface PartScore {
  readonly pass: number;
  /** Those that were judged; skipped ones are not. */
  readonly asked: number;
  readonly skip: number;
}

/** A part of the specification: a page or a chapter. */
export interface HeatPart {
  readonly id: string;
  readonly title: string;
  /** The chapter that it belongs to; a chapter belongs to itself. */
  readonly chapter: string;
}

export interface HeatRow {
  /** The unique name. */
  readonly label: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly edition: string;
  readonly total: PartScore;
  /** How many of the cases that were asked the best null loader passes. */
  readonly floor: number;
  /** One for each part, in their order. */
  readonly scores: readonly PartScore[];
}

/** The implementations of one kind. */
export interface HeatGroup {
  readonly kind: string;
  readonly rows: readonly HeatRow[];
}

export interface HeatMap {
  /** Those of which at least one implementation was asked something. */
  readonly parts: readonly HeatPart[];
  readonly groups: readonly HeatGroup[];
}

/** An implementation, with its verdict on each case. */
export interface HeatSource<T> extends Pick<HeatRow, 'label' | 'name' | 'version' | 'edition' | 'floor'> {
  readonly kind: string | undefined;
  /** Undefined if it was not asked. */
  readonly verdict: (item: T) => VerdictWord | undefined;
}

export interface HeatPartSource<T> extends HeatPart {
  readonly cases: readonly T[];
}

/**
 * A map for all implementations that share parts; those that share none with the others, as servers, have a map of their own.
 * In a group, the implementation with the greatest share comes first.
 */
export function heatMaps<T>(
  sources: readonly HeatSource<T>[],
  parts: readonly HeatPartSource<T>[],
): HeatMap[] {
  const rows = sources.map((source) => ({ kind: source.kind ?? '', row: toRow(source, parts) }));
  return togetherByParts(rows.filter(({ row }) => row.scores.some(wasReached)))
    .sort((a, b) => b.length - a.length)
    .map((own) => mapOf(own, parts));
}

interface KindRow {
  readonly kind: string;
  readonly row: HeatRow;
}

function togetherByParts(rows: readonly KindRow[]): KindRow[][] {
  const sets: { rows: KindRow[]; reached: boolean[] }[] = [];
  for (const one of rows) {
    const reached = one.row.scores.map(wasReached);
    const joined = sets.filter((set) => set.reached.some((is, at) => is && reached[at]));
    for (const set of joined) sets.splice(sets.indexOf(set), 1);
    sets.push({
      rows: [...joined.flatMap((set) => set.rows), one],
      reached: reached.map((is, at) => is || joined.some((set) => set.reached[at])),
    });
  }
  return sets.map((set) => set.rows);
}

function mapOf(rows: readonly KindRow[], parts: readonly HeatPart[]): HeatMap {
  const shown = parts.map((_, at) => rows.some(({ row }) => wasReached(row.scores[at])));
  const isShown = (_: unknown, at: number) => shown[at] ?? false;
  const groups = kindsInOrder(rows.map(({ kind }) => kind)).map((kind) => ({
    kind,
    rows: rows
      .filter((one) => one.kind === kind)
      .map(({ row }) => ({ ...row, scores: row.scores.filter(isShown) }))
      .sort((a, b) => shareOf(b.total) - shareOf(a.total)),
  }));
  return {
    parts: parts.filter(isShown).map(({ id, title, chapter }) => ({ id, title, chapter })),
    groups,
  };
}

/** The share that passed, from 0 to 1; 0 if nothing was asked. */
export function shareOf({ pass, asked }: PartScore): number {
  return asked === 0 ? 0 : pass / asked;
}

function wasReached(score: PartScore | undefined): boolean {
  return score !== undefined && score.asked + score.skip > 0;
}

function toRow<T>(source: HeatSource<T>, parts: readonly HeatPartSource<T>[]): HeatRow {
  const { label, name, version, edition, floor } = source;
  const scores = parts.map(({ cases }) => scoreOf(cases, source.verdict));
  return { label, name, version, edition, floor, total: sum(scores), scores };
}

function scoreOf<T>(cases: readonly T[], verdictOf: HeatSource<T>['verdict']): PartScore {
  let pass = 0;
  let asked = 0;
  let skip = 0;
  for (const item of cases) {
    const verdict = verdictOf(item);
    if (verdict === 'skip') skip++;
    else if (verdict !== undefined) asked++;
    if (verdict === 'pass') pass++;
  }
  return { pass, asked, skip };
}

function sum(scores: readonly PartScore[]): PartScore {
  return scores.reduce(
    (all, { pass, asked, skip }) => ({
      pass: all.pass + pass,
      asked: all.asked + asked,
      skip: all.skip + skip,
    }),
    { pass: 0, asked: 0, skip: 0 },
  );
}
