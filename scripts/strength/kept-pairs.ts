// Which places each case reaches, kept between measurements, because finding out takes as long as running every case.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Case } from '../../model/case.ts';
import type { PairedCases, Visits } from './pairs.ts';

interface Kept {
  /** Of the reference that was asked. */
  readonly basis: string;
  readonly cases: Readonly<Record<string, Visits & { readonly hash: string }>>;
}

/** What is kept of the cases that are as they were, when the reference is, too. */
export function readPairs(file: string, basis: string, cases: readonly Case[]): Map<string, Visits> {
  const kept = readKept(file, basis);
  return new Map(
    cases.flatMap(({ id, hash }) => {
      const found = kept[id];
      return found?.hash === hash ? [[id, found] as const] : [];
    }),
  );
}

/** Adds these cases to what is kept. One that did not pass is asked again next time, because a busy machine can be the cause. */
export function writePairs(
  file: string,
  basis: string,
  cases: readonly Case[],
  visits: ReadonlyMap<string, Visits>,
): void {
  const added = cases.flatMap(({ id, hash }) => {
    const found = visits.get(id);
    return found && found.unsound.length === 0 ? [[id, { ...found, hash }] as const] : [];
  });
  const all = { ...readKept(file, basis), ...Object.fromEntries(added) };
  writeFileSync(file, JSON.stringify({ basis, cases: all }));
}

export function toPairs(cases: readonly Case[], visits: ReadonlyMap<string, Visits>): PairedCases {
  const all = cases.flatMap((item) => ({ item, ...(visits.get(item.id) ?? none) }));
  return {
    pairs: all.flatMap(({ item, visited }) =>
      visited.map(({ reached, ...visit }) => ({ ...visit, item, reached: new Set(reached) })),
    ),
    unsound: all.flatMap(({ unsound }) => unsound),
  };
}

const none: Visits = { visited: [], unsound: [] };

function readKept(file: string, basis: string): Kept['cases'] {
  if (!existsSync(file)) return {};
  const kept: Kept = JSON.parse(readFileSync(file, 'utf8'));
  return kept.basis === basis ? kept.cases : {};
}
