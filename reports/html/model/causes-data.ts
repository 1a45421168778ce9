// What the view of causes shows, for some cases and implementations.

import {
  causesBy,
  type FailedCase,
  operationLeft,
  type SharedCause,
} from '../../../analysis/causes/causes.ts';
import { type FailBar, failBars } from '../../../analysis/causes/pass-counts.ts';
import { type CaseItem, type Column, isAsked, type Model } from './model.ts';
import { failedCase } from './step-left.ts';

export interface CausesData {
  readonly failed: readonly FailedCase[];
  /** By the operation that was left; each with its steps. */
  readonly operations: readonly SharedCause[];
  readonly steps: readonly SharedCause[];
  readonly instead: readonly SharedCause[];
  readonly rules: readonly SharedCause[];
  readonly failBars: readonly FailBar[];
  readonly slowest: readonly SlowCase[];
}

export interface SlowCase {
  readonly item: CaseItem;
  readonly column: Column;
  readonly ms: number;
}

/** So many of the slowest are listed. */
const slowest = 12;

export function causesData(model: Model, columns: readonly Column[], cases: readonly CaseItem[]): CausesData {
  const failed = columns.flatMap((column) => cases.flatMap((item) => failedCase(model, column, item) ?? []));
  return {
    failed,
    operations: causesBy(failed, operationLeft),
    steps: causesBy(failed, ({ left }) => left?.step),
    instead: causesBy(failed, (one) => one.instead),
    rules: causesBy(failed, ({ rule }) => rule),
    failBars: failBars(cases.map((item) => countPasses(columns, item))),
    slowest: slowestOf(columns, cases),
  };
}

function countPasses(columns: readonly Column[], item: CaseItem) {
  const letters = columns.map((column) => column.letter(item)).filter(isAsked);
  return { pass: letters.filter((letter) => letter === 'p').length, asked: letters.length };
}

function slowestOf(columns: readonly Column[], cases: readonly CaseItem[]): SlowCase[] {
  return columns
    .flatMap((column) => cases.map((item) => ({ item, column, ms: column.milliseconds(item) ?? 0 })))
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, slowest);
}
