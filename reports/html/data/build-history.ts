// Builds what a report has of an implementation over its versions.

import type { CaseRange, History } from '../../../model/history.ts';
import { inert, shorten } from '../../../model/inert.ts';
import { type CaseData, type HistoryData, verdictLetters } from './report-data.ts';
import type { StringPool } from './string-pool.ts';

export function toHistoryData(
  { implementation, edition, seen, versions, cases: ranges }: History,
  cases: readonly CaseData[],
  strings: StringPool,
): HistoryData {
  const driven = versions.flatMap(({ version, date, pass, asked }) =>
    pass === undefined || asked === undefined ? [] : [{ version: inert(version), date, pass, asked }],
  );
  const places = new Map(driven.map(({ version }, index) => [version, index]));
  return {
    name: inert(shorten(implementation.name, 80)),
    edition: inert(edition),
    seen,
    versions: driven,
    verdicts: cases.map(({ id }) => {
      const own = Object.hasOwn(ranges, id) ? ranges[id] : undefined;
      return own ? strings.index(lettersOf(own, places)) : -1;
    }),
  };
}

/** A letter for each version; `.` for a version that is in no range. */
function lettersOf(ranges: readonly CaseRange[], places: ReadonlyMap<string, number>): string {
  const letters = Array.from({ length: places.size }, () => '.');
  for (const { from, to, verdict } of ranges) {
    const [first, last] = [places.get(from), places.get(to)];
    if (first !== undefined && last !== undefined) letters.fill(verdictLetters[verdict], first, last + 1);
  }
  return letters.join('');
}
