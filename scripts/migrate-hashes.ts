// Carries evidence and strength records over to new hashes, after the way in which hashes are computed has changed. The case files
// of before are compared with the pages: only where a case asks and expects exactly what it did is its record carried over.
// Run it before `modspec generate`, which writes the new hashes into the case files.

import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../model/case.ts';
import { findEdition } from '../model/editions.ts';
import { packageRoot } from '../model/package-root.ts';
import { readCases } from '../suite/cases/read-cases.ts';
import { readEvidence, writeEvidence } from '../suite/evidence/evidence.ts';
import { readStrengthRecord, writeStrengthRecord } from '../suite/evidence/strength-record.ts';
import { readPages } from '../suite/pages/read-pages.ts';

const spec = path.join(packageRoot, 'spec');
const before = new Map(casesOf(readCases(path.join(packageRoot, 'cases'))).map((item) => [item.id, item]));
const after = casesOf(readPages(spec));
const changed = after.filter((item) => !isSame(before.get(item.id), item));
const renewed = new Map(
  after.flatMap((item): [string, string][] => {
    const old = before.get(item.id);
    return old && isSame(old, item) ? [[`${item.id} ${old.hash}`, item.hash]] : [];
  }),
);

const evidence = [...readEvidence(spec)].map(([page, entries]) => [page, carryOver(entries)] as const);
writeEvidence(spec, new Map(evidence));
writeStrengthRecord(spec, carryOver(readStrengthRecord(spec) ?? {}));

const moved = [...renewed].filter(([key, hash]) => !key.endsWith(hash)).length;
process.stdout.write(
  `${moved} of ${after.length} hashes changed though the case did not; their records were carried over\n`,
);
for (const { id } of changed) process.stdout.write(`not carried over, the case is another one: ${id}\n`);

function casesOf(pages: readonly { readonly cases: readonly Case[] }[]): Case[] {
  return pages.flatMap(({ cases }) => [...cases]);
}

/** Whether both ask and expect the same; editions that follow from others are left out. */
function isSame(one: Case | undefined, other: Case): boolean {
  return one !== undefined && isDeepStrictEqual(askedOf(one), askedOf(other));
}

function askedOf({ level, needs, environment, tree, questions }: Case): unknown {
  return JSON.parse(JSON.stringify({ level, needs, environment, tree, questions }), (key, value) =>
    key === 'editions' ? value.filter((id: string) => findEdition(id)?.kind !== 'common') : value,
  );
}

function carryOver<Entry extends { readonly hash: string }>(
  entries: Readonly<Record<string, Entry>>,
): Record<string, Entry> {
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [
      id,
      { ...entry, hash: renewed.get(`${id} ${entry.hash}`) ?? entry.hash },
    ]),
  );
}
