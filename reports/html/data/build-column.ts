// Builds a column of the report from one implementation of one run.

import { keptObservation } from '../../../analysis/compared-run.ts';
import { kindOf } from '../../../analysis/heat-map/kinds.ts';
import type { NullFloor } from '../../../analysis/null-floor/null-floor.ts';
import { describeAccepted, describeIntended } from '../../../analysis/tally.ts';
import { editionsThatFit } from '../../../analysis/versions/line-answers.ts';
import type { Case } from '../../../model/case.ts';
import { describeExpected } from '../../../model/describe.ts';
import { formatEditions } from '../../../model/edition-selector.ts';
import { type FailedCheck, failedChecks } from '../../../model/failed-checks.ts';
import { inert, shorten } from '../../../model/inert.ts';
import type { RanImplementation, Run, Verdict } from '../../../model/run.ts';
import { levels } from '../../../model/vocabulary.ts';
import type { Catalog } from '../../../suite/cases/catalog.ts';
import type { TraceBuilder } from './build-traces.ts';
import {
  type CaseData,
  type CheckData,
  type ColumnData,
  type DetailData,
  type FloorData,
  verdictLetters,
} from './report-data.ts';
import type { StringPool } from './string-pool.ts';

export type ColumnBuilder = (run: Run, index: number, implementation: RanImplementation) => ColumnData;

const limits = { name: 80, reason: 2000, stderr: 2000 } as const;

export function createColumnBuilder(
  cases: readonly CaseData[],
  catalog: Catalog,
  strings: StringPool,
  selectors: StringPool,
  traces: TraceBuilder,
  floor: NullFloor,
): ColumnBuilder {
  const byId = new Map(catalog.cases.map((item) => [item.id, item]));
  return (run, index, implementation) => {
    const verdicts = new Map(
      run.verdicts
        .filter((verdict) => verdict.implementation === implementation.spec)
        .map((verdict) => [verdict.case, verdict]),
    );
    const inOrder = cases.map(({ id }) => verdicts.get(id));
    const toDetail = (verdict: Verdict) =>
      detailOf(verdict, implementation.edition, byId.get(verdict.case), strings, traces);
    return {
      ...identify(implementation),
      run: index,
      verdicts: inOrder.map((verdict) => (verdict ? verdictLetters[verdict.verdict] : '.')).join(''),
      ms: inOrder
        .map((verdict) => (verdict && verdict.verdict !== 'skip' ? Math.round(verdict.ms) : ''))
        .join(' '),
      details: byIndex(inOrder, toDetail),
      otherHashes: byIndex(inOrder, ({ hash }, at) => (hash === cases[at]?.hash ? undefined : hash)),
      floor: floorOf(inOrder, implementation.edition, byId, floor),
      fits: fitsOf(inOrder, byId, implementation.capabilities.includes('error codes'), selectors),
    };
  };
}

type Identity = Pick<ColumnData, 'spec' | 'name' | 'version' | 'homepage' | 'edition' | 'kind' | 'note'>;

/** The name that an implementation gives itself is not trusted. */
function identify(implementation: RanImplementation): Identity {
  const { spec, name, version, homepage, edition, note } = implementation;
  const kind = kindOf(implementation);
  return {
    spec: inert(spec),
    name: inert(shorten(name, limits.name)),
    ...(version === undefined ? {} : { version: inert(shorten(version, limits.name)) }),
    ...(homepage === undefined ? {} : { homepage: inert(homepage) }),
    ...(kind === undefined ? {} : { kind: inert(shorten(kind, limits.name)) }),
    ...(note === undefined ? {} : { note: inert(shorten(note, limits.reason)) }),
    edition,
  };
}

function byIndex<T>(
  verdicts: readonly (Verdict | undefined)[],
  get: (verdict: Verdict, index: number) => T | undefined,
): Record<string, T> {
  const found: Record<string, T> = {};
  for (const [index, verdict] of verdicts.entries()) {
    const value = verdict && get(verdict, index);
    if (value !== undefined) found[index] = value;
  }
  return found;
}

/** A passed case has no details, unless it did not pass in a process shared with others. */
function detailOf(
  verdict: Verdict,
  edition: string,
  item: Case | undefined,
  strings: StringPool,
  traces: TraceBuilder,
): DetailData | undefined {
  const { reason, issue, stderr, sharedVerdict, accepted, intended } = verdict;
  const failing = failedChecks(verdict);
  const shared = sharedVerdict !== undefined && sharedVerdict !== verdict.verdict ? sharedVerdict : undefined;
  if (verdict.verdict === 'pass' && shared === undefined) return undefined;
  const keep = (text: string, limit: number) => strings.index(inert(shorten(text, limit)));
  return {
    ...(reason === undefined ? {} : { reason: keep(reason, limits.reason) }),
    ...(issue === undefined ? {} : { issue: keep(issue, limits.reason) }),
    ...(stderr?.trim() ? { stderr: keep(stderr, limits.stderr) } : {}),
    ...(accepted ? { accepted: keep(describeAccepted(accepted), limits.reason) } : {}),
    ...(intended ? { intended: keep(describeIntended(intended), limits.reason) } : {}),
    ...(shared === undefined ? {} : { shared }),
    ...(failing.length === 0
      ? {}
      : { checks: failing.map((check) => toCheckData(check, edition, verdict, item, strings, traces)) }),
  };
}

function toCheckData(
  { index, label, expected, observed }: FailedCheck,
  edition: string,
  verdict: Verdict,
  item: Case | undefined,
  strings: StringPool,
  traces: TraceBuilder,
): CheckData {
  const texts = [
    index,
    strings.index(inert(label)),
    strings.index(inert(describeExpected(expected))),
    strings.index(keptObservation(observed)),
  ] as const;
  const departure =
    item?.hash === verdict.hash ? traces.departure(item, index, edition, observed) : undefined;
  return departure ? [...texts, departure] : texts;
}

/** Of failed questions of cases that have not changed since: the editions that expect what was observed. */
function fitsOf(
  verdicts: readonly (Verdict | undefined)[],
  byId: ReadonlyMap<string, Case>,
  errorCodes: boolean,
  selectors: StringPool,
): Record<string, number> {
  const fits: Record<string, number> = {};
  for (const [at, verdict] of verdicts.entries()) {
    const item = verdict && byId.get(verdict.case);
    if (!item || item.hash !== verdict.hash) continue;
    for (const { index, observed } of failedChecks(verdict)) {
      const question = item.questions[index];
      const editions = question ? editionsThatFit(question, observed, errorCodes) : [];
      if (editions.length > 0) fits[`${at}.${index}`] = selectors.index(formatEditions(editions));
    }
  }
  return fits;
}

/** The null floor among the cases that were asked and not skipped. */
function floorOf(
  verdicts: readonly (Verdict | undefined)[],
  edition: string,
  byId: ReadonlyMap<string, Case>,
  floor: NullFloor,
): FloorData {
  const asked = verdicts.flatMap((verdict) => {
    const item = verdict && verdict.verdict !== 'skip' ? byId.get(verdict.case) : undefined;
    return item ? [item] : [];
  });
  const perLevel = levels.flatMap((level) => {
    const cases = asked.filter((item) => item.level === level);
    return cases.length === 0 ? [] : [[level, floor.best(cases, edition)] as const];
  });
  return { total: floor.best(asked, edition), levels: Object.fromEntries(perLevel) };
}
