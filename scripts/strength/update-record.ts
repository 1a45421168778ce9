// The record of strength after a measurement: what was measured is replaced, what could not be asked stays.

import type { StrengthRecord } from '../../harness/evidence/strength-record.ts';
import type { Case } from '../../harness/model/case.ts';
import type { Credit } from './measure.ts';

/** @param cases all that there are; what the record says of others is dropped */
export function updateRecord(
  record: StrengthRecord,
  credits: readonly Credit[],
  cases: readonly Case[],
): StrengthRecord {
  const known = new Set(cases.map(({ id }) => id));
  const kept = Object.entries(record).filter(([id]) => known.has(id));
  const measured = credits.map(({ item: { id, hash }, notices }) => {
    const before = record[id]?.notices;
    const stays = before !== undefined && before !== null && notices.includes(before);
    return [id, { hash, notices: stays ? before : (notices[0] ?? null) }];
  });
  return { ...Object.fromEntries(kept), ...Object.fromEntries(measured) };
}

/** By case the fault that it is on record for. */
export function recordedFaults(record: StrengthRecord): Map<string, string> {
  return new Map(
    Object.entries(record).flatMap(([id, { notices }]) => (notices === null ? [] : [[id, notices]])),
  );
}
