// The record of strength after a measurement: what was measured is replaced, what could not be asked stays.

import type { Case } from '../../model/case.ts';
import type { StrengthRecord } from '../../suite/evidence/strength-record.ts';
import type { Credit } from './measure.ts';

/**
 * @param cases all that there are; what the record says of others is dropped
 * @param isWhole whether each case was run with every fault that it reaches, so that one which notices none is known to
 */
export function updateRecord(
  record: StrengthRecord,
  credits: readonly Credit[],
  cases: readonly Case[],
  isWhole: boolean,
): StrengthRecord {
  const known = new Set(cases.map(({ id }) => id));
  const kept = Object.entries(record).filter(([id]) => known.has(id));
  const told = credits.filter(({ notices }) => isWhole || notices.length > 0);
  const measured = told.map(({ item: { id, hash }, notices }) => {
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
