// The ledger, kept between measurements: answers hold while the reference and the case stay as they are, and what once
// noticed a fault is the first to be asked again.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Case } from '../../model/case.ts';
import { type Account, Ledger } from './ledger.ts';

interface Kept {
  /** Of the reference, and of what asks it. */
  readonly basis: string;
  /** By id of the case. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Keys of pairs; accounts hold their places here. */
  readonly pairs: readonly string[];
  readonly accounts: Readonly<Record<string, { killers: readonly string[]; passed: readonly number[] }>>;
  /** Cases that once noticed a fault, in any earlier state of the reference. */
  readonly hints: Readonly<Record<string, readonly string[]>>;
}

/** How many of the cases that once noticed a fault are remembered. */
const mostHints = 3;

/** @param recorded by case the fault that it is on record for */
export function readLedger(
  file: string | undefined,
  basis: string,
  cases: readonly Case[],
  recorded: ReadonlyMap<string, string>,
): Ledger {
  const kept = file === undefined ? undefined : readKept(file);
  const hints = new Map(Object.entries(kept?.hints ?? {}));
  return new Ledger(kept?.basis === basis ? restore(kept, cases) : [], hints, recorded);
}

function restore(kept: Kept, cases: readonly Case[]): (readonly [string, Account])[] {
  const same = new Set(cases.filter(({ id, hash }) => kept.hashes[id] === hash).map(({ id }) => id));
  const pairs = kept.pairs.map((key) => (same.has(key.slice(0, key.indexOf(' '))) ? key : undefined));
  return Object.entries(kept.accounts).map(([fault, { killers, passed }]) => [
    fault,
    {
      killers: new Set(killers.filter((id) => same.has(id))),
      passed: new Set(passed.flatMap((place) => pairs[place] ?? [])),
    },
  ]);
}

/** What was kept of other cases and on the same basis stays. */
export function writeLedger(file: string, basis: string, cases: readonly Case[], { accounts }: Ledger): void {
  const before = readKept(file);
  const others = before?.basis === basis ? withoutCases(before, cases) : { hashes: {}, accounts: new Map() };
  const places = new Map<string, number>();
  const placeOf = (key: string): number => {
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  };
  const faults = new Set([...others.accounts.keys(), ...accounts.keys()]);
  const written = [...faults].map((fault) => {
    const parts = [accounts.get(fault), others.accounts.get(fault)].flatMap((account) => account ?? []);
    const killers = parts.flatMap((account) => [...account.killers]);
    return [fault, { killers, passed: parts.flatMap(({ passed }) => [...passed].map(placeOf)) }] as const;
  });
  const hashes = { ...others.hashes, ...Object.fromEntries(cases.map(({ id, hash }) => [id, hash])) };
  const kept: Kept = {
    basis,
    hashes,
    accounts: Object.fromEntries(written),
    pairs: [...places.keys()],
    hints: { ...before?.hints, ...hintsOf(written) },
  };
  writeFileSync(file, JSON.stringify(kept));
}

function hintsOf(accounts: readonly (readonly [string, { killers: readonly string[] }])[]) {
  const noticed = accounts.filter(([, { killers }]) => killers.length > 0);
  return Object.fromEntries(noticed.map(([fault, { killers }]) => [fault, killers.slice(0, mostHints)]));
}

function withoutCases(kept: Kept, cases: readonly Case[]) {
  const gone = new Set(cases.map(({ id }) => id));
  const hashes = Object.fromEntries(Object.entries(kept.hashes).filter(([id]) => !gone.has(id)));
  const rest = Object.entries(hashes).map(([id, hash]) => ({ id, hash }) as Case);
  return { hashes, accounts: new Map(restore(kept, rest)) };
}

function readKept(file: string): Kept | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
