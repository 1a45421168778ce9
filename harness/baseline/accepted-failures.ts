// Which failures a baseline accepts, asked of one verdict at a time while a run goes on.

import type { Located } from '../../model/input/read-located.ts';
import type { RanImplementation, Verdict } from '../../model/run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import type { Baseline, Entry } from './baseline.ts';
import { appliesTo, idsOf, isAcceptable, isAsRecorded, refuseOverlap } from './examine-entries.ts';

type Introduction = Pick<RanImplementation, 'name' | 'version'>;
type Named = Pick<RanImplementation, 'spec' | 'name' | 'version'>;

/** Whether a baseline accepts a verdict of an implementation. */
export type Accepts = (verdict: Verdict, implementation: Introduction) => boolean;

/** @param file the file of the baseline, as the user wrote it */
export function acceptedFailures(baseline: Located<Baseline>, catalog: Catalog, file: string): Accepts {
  const known = new Map<string, ReadonlyMap<string, AcceptedEntry>>();
  const entriesFor = (implementation: Named) => {
    const key = JSON.stringify([implementation.spec, implementation.name, implementation.version]);
    const entries = known.get(key) ?? acceptedEntries(baseline, implementation, catalog, file);
    known.set(key, entries);
    return entries;
  };
  return (verdict, implementation) => {
    if (!isAcceptable(verdict)) return false;
    const placed = entriesFor({ ...implementation, spec: verdict.implementation }).get(verdict.case);
    return placed !== undefined && isAsRecorded(placed.entry, verdict);
  };
}

/** An entry with its line in the file. */
export interface AcceptedEntry {
  readonly entry: Entry;
  readonly line: number;
}

/**
 * The entries for an implementation, by the ids of the cases that they match.
 * @throws {UsageError} with file and line if two entries accept the same case.
 */
export function acceptedEntries(
  { value, lineOf }: Located<Baseline>,
  implementation: Named,
  catalog: Catalog,
  file: string,
): ReadonlyMap<string, AcceptedEntry> {
  const entries = value.implementations.flatMap((block, at) =>
    appliesTo(block, implementation)
      ? block.accepted.map((entry, index) => {
          const line = lineOf(['implementations', at, 'accepted', index]);
          return { entry, line, ids: idsOf(entry, catalog, { file, line }) };
        })
      : [],
  );
  refuseOverlap(entries, file);
  return new Map(entries.flatMap((placed) => placed.ids.map((id) => [id, placed] as const)));
}
