// Builds the traces of a report: each trace once, found by case, question and edition.

import { type Departure, findDeparture, isAnswer } from '../../../analysis/trace/find-departure.ts';
import { stepsTaken } from '../../../analysis/trace/step-rules.ts';
import { showPath, type Traced, traceQuestion } from '../../../analysis/trace/trace-question.ts';
import type { Case } from '../../../model/case.ts';
import { describeObservation } from '../../../model/describe.ts';
import { expectationIn } from '../../../model/judged-case.ts';
import type { Observation } from '../../../model/observation.ts';
import { observationKey } from '../../../model/same-observation.ts';
import type { Catalog } from '../../../suite/cases/catalog.ts';
import type { DepartureData, TraceTable } from './report-data.ts';
import { createStringPool, type StringPool } from './string-pool.ts';

export interface TraceBuilder {
  /** Where a loader left the steps; undefined for a program, or if the reference can't be traced. */
  departure(item: Case, index: number, edition: string, observed: Observation): DepartureData | undefined;
  /** Adds the traces of every resolution of the catalog in these editions. */
  addAll(editions: readonly string[]): void;
  readonly table: TraceTable;
}

export function createTraceBuilder(
  catalog: Catalog,
  strings: StringPool,
  selectors: StringPool,
): TraceBuilder {
  const isTaken = stepsTaken(catalog);
  const editions = createStringPool();
  const lists = createStringPool();
  const of: Record<string, number> = {};
  const known = new Map<string, Traced | undefined>();
  // Loaders often give the same wrong answer.
  const departures = new Map<string, Departure>();
  const trace = (item: Case, index: number, edition: string): Traced | undefined => {
    const key = `${item.id}.${index}.${edition}`;
    if (!known.has(key)) known.set(key, traceTruly(item, index, edition));
    return known.get(key);
  };
  return {
    departure(item, index, edition, observed) {
      const traced = trace(item, index, edition);
      const asked = item.questions[index];
      if (!traced || asked?.kind !== 'resolve') return undefined;
      const key = JSON.stringify([item.id, index, edition, observationKey(observed)]);
      const found = departures.get(key) ?? findDeparture(item, asked, traced, observed, isTaken);
      departures.set(key, found);
      const { editions: others, ...departure } = found;
      return others === undefined ? departure : { ...departure, on: selectors.index(others) };
    },
    addAll(wanted) {
      for (const [at, item] of catalog.cases.entries()) {
        for (const index of item.questions.keys()) {
          for (const edition of wanted) {
            const traced = trace(item, index, edition);
            if (traced)
              of[`${at}.${index}.${editions.index(edition)}`] = lists.index(encode(traced, strings));
          }
        }
      }
    },
    get table() {
      return { all: lists.all.map((list) => list.split(' ').map(Number)), of, editions: editions.all };
    },
  };
}

/** Only a trace that ends as the specification says is shown; another trace would explain the wrong answer. */
function traceTruly(item: Case, index: number, edition: string): Traced | undefined {
  const question = item.questions[index];
  if (question?.kind !== 'resolve') return undefined;
  const expected = expectationIn(question, edition);
  if (expected === undefined) return undefined;
  const traced = traceQuestion(item, question, edition);
  return isAnswer(expected, traced.answer) ? traced : undefined;
}

function encode({ events, answer }: Traced, strings: StringPool): string {
  const texts = events.map(({ step, outcome, path, why }) =>
    [step, outcome, path === undefined ? (why ?? '') : showPath(path)].join('|'),
  );
  return [...texts, describeObservation(answer)].map((text) => strings.index(text)).join(' ');
}
