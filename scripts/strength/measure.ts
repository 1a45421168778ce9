// The measurement: seeds faults, hunts each with the cases that reach it, several at a time, and then runs cases that
// noticed no fault with every fault that they reach.

import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../harness/trees/workspace.ts';
import type { Case } from '../../model/case.ts';
import { packageRoot } from '../../model/package-root.ts';
import { type CompiledFile, compileReference, readCompiled } from './compiled-reference.ts';
import type { Fault } from './fault.ts';
import { canBeAsked, creditAll, type Hunters, huntAll, isBeyondHost, pairsOf } from './hunters.ts';
import { readLedger, writeLedger } from './kept-ledger.ts';
import { readPairs, toPairs, writePairs } from './kept-pairs.ts';
import { type PairedCases, pairCases } from './pairs.ts';
import { inOrderOfCredit } from './plan-hunt.ts';
import { type SeededFaults, seedFaults } from './seed-faults.ts';
import { Signatures } from './signatures.ts';

/** What became of one fault. */
export interface Fate {
  readonly fault: Fault;
  /** The cases that noticed; none for a survivor. */
  readonly killers: readonly string[];
  /** Cases that reach the changed code. */
  readonly reachedBy: readonly string[];
}

export interface MeasureOptions {
  /** An empty folder that is not a parent of a tree. */
  readonly folder: string;
  readonly workspace: Workspace;
  readonly editions: readonly string[];
  readonly jobs: number;
  readonly timeoutMs: number;
  /** How many cases must notice a fault before the next one is hunted; with none, cases are asked for credit alone. */
  readonly wanted: number;
  readonly isWanted: (fault: Fault) => boolean;
  readonly signal: AbortSignal;
  /** Whether cases that noticed no fault when all were hunted are asked about more. */
  readonly credits: boolean;
  /** By case the fault that it is on record for. */
  readonly recorded: ReadonlyMap<string, string>;
  /** The files that keep which places cases reach, and their answers; without them nothing is kept. */
  readonly kept?: { readonly pairs: string; readonly ledger: string };
  /** Called with what is being done, in a few words. */
  readonly onProgress: (what: string) => void;
}

/** What became of one case. */
export interface Credit {
  readonly item: Case;
  /** The faults that it was seen to notice, those that few others notice first. */
  readonly notices: readonly string[];
}

export interface Measurement {
  readonly faults: readonly Fault[];
  readonly fates: readonly Fate[];
  /** No case was run with these, because this Node lacks what they need. */
  readonly beyondHost: readonly Fault[];
  /** Of every case that was asked; what the reference could not be asked is left out. */
  readonly credits: readonly Credit[];
  readonly unsound: readonly string[];
}

export async function measure(cases: readonly Case[], options: MeasureOptions): Promise<Measurement> {
  const compiled = path.join(options.folder, 'compiled');
  compileReference(compiled);
  const files = readCompiled(compiled);
  const seeded = seedFaults(files);
  const basis = basisOf(compiled, seeded, judging);
  const hunters = await findHunters(cases, compiled, files, seeded, basis, options);
  const wanted = seeded.faults.filter(options.isWanted);
  const chosen = wanted.filter((fault) => !isBeyondHost(fault) && canBeAsked(fault, hunters));
  try {
    if (options.wanted > 0) await huntAll(chosen, hunters, 'sharing');
    if (options.credits) {
      const recorded = new Set(options.recorded.values());
      const first = inOrderOfCredit(chosen, hunters.ledger, ({ id }) => recorded.has(id));
      await creditAll(first, hunters);
    }
    if (options.wanted > 0) {
      await huntAll(chosen, hunters, 'all');
      await huntAll(chosen, hunters, 'all in every edition');
    }
  } finally {
    if (options.kept) writeLedger(options.kept.ledger, basis, cases, hunters.ledger);
  }
  const concluded = conclude(seeded.faults, options.wanted > 0 ? chosen : [], hunters);
  return { ...concluded, beyondHost: wanted.filter(isBeyondHost) };
}

function conclude(
  faults: readonly Fault[],
  hunted: readonly Fault[],
  hunters: Hunters,
): Omit<Measurement, 'beyondHost'> {
  const { cases, ledger, paired } = hunters;
  const asked = new Set(paired.pairs.map(({ item }) => item.id));
  const rarity = new Map(faults.map((fault) => [fault.id, ledger.shareOf(fault)]));
  return {
    faults,
    unsound: paired.unsound,
    fates: hunted.flatMap((fault) => concludeHunt(fault, hunters)),
    credits: cases
      .filter(({ id }) => asked.has(id))
      .map((item) => ({
        item,
        notices: [...ledger.creditsOf(item.id)].sort((a, b) => (rarity.get(a) ?? 1) - (rarity.get(b) ?? 1)),
      })),
  };
}

/** Nothing for a fault that was not measured, because the measurement was interrupted. */
function concludeHunt(fault: Fault, hunters: Hunters): Fate[] {
  const pairs = pairsOf(fault, hunters);
  const killers = hunters.ledger.killersOf(fault);
  const isOver = killers.length > 0 || pairs.every((pair) => hunters.ledger.isAnswered(fault, pair));
  return isOver ? [{ fault, killers, reachedBy: [...new Set(pairs.map(({ item }) => item.id))] }] : [];
}

async function findHunters(
  cases: readonly Case[],
  compiled: string,
  files: readonly CompiledFile[],
  seeded: SeededFaults,
  basis: string,
  options: MeasureOptions,
): Promise<Hunters> {
  const paired = await findPairs(cases, compiled, files, seeded, options);
  const ids = new Set(seeded.faults.map(({ id }) => id));
  const recorded = new Map([...options.recorded].filter(([, fault]) => ids.has(fault)));
  return {
    cases,
    paired,
    ledger: readLedger(options.kept?.ledger, basis, cases, recorded),
    signatures: new Signatures(seeded.sites),
    compiled,
    options,
  };
}

async function findPairs(
  cases: readonly Case[],
  compiled: string,
  files: readonly CompiledFile[],
  seeded: SeededFaults,
  { kept, onProgress, ...options }: MeasureOptions,
): Promise<PairedCases> {
  const basis = basisOf(compiled, seeded, []);
  const visits = kept ? readPairs(kept.pairs, basis, cases) : new Map();
  const rest = cases.filter(({ id }) => !visits.has(id));
  if (rest.length === 0) return toPairs(cases, visits);
  const onEdition = (edition: string) => onProgress(`where the cases come by in ${edition}`);
  const found = await pairCases(rest, files, seeded, { ...options, compiled, onEdition });
  if (kept && !options.signal.aborted) writePairs(kept.pairs, basis, rest, found);
  return toPairs(cases, new Map([...visits, ...found]));
}

/** The folders with all that asks the reference and judges it. */
const judging = ['adapters', 'hosts', 'judge', 'run', 'servers', 'trees'].map((name) => `harness/${name}`);

/** Of the compiled reference and of the places that are watched; with the sources of what asks it, too. */
function basisOf(compiled: string, { sites }: SeededFaults, asking: readonly string[]): string {
  const hash = createHash('sha256').update(String(sites.length));
  hashFolder(hash, path.join(compiled, 'reference'));
  for (const part of asking) hashFolder(hash, path.join(packageRoot, part));
  if (asking.length > 0) hash.update(readFileSync(path.join(packageRoot, 'scripts', 'strength', 'asker.ts')));
  return hash.digest('hex');
}

function hashFolder(hash: Hash, folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of entries.map(({ parentPath, name }) => path.join(parentPath, name)).sort()) {
    hash.update(path.relative(folder, file)).update(readFileSync(file));
  }
}
