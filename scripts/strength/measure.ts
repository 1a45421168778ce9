// The measurement: faults seeded, each hunted with the cases that come by it, several at a time.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Case } from '../../harness/model/case.ts';
import { findEdition } from '../../harness/model/editions.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import { type CompiledFile, compileReference, copyReference, readCompiled } from './compiled-reference.ts';
import { type Decides, readEditionTables } from './edition-tables.ts';
import type { Fault } from './fault.ts';
import { hunt } from './hunt.ts';
import { inOrder, pairsFor } from './order-pairs.ts';
import { type KeptPairs, keepPairs, type Pair, type PairedCases, pairCases, restorePairs } from './pairs.ts';
import { type SeededFaults, seedFaults } from './seed-faults.ts';

/** What became of one fault. */
export interface Fate {
  readonly fault: Fault;
  /** The cases that noticed; none for a survivor. */
  readonly killers: readonly string[];
  /** Cases that come by the changed code. */
  readonly reachedBy: readonly string[];
}

export interface MeasureOptions {
  /** An empty folder that is no parent of a tree. */
  readonly folder: string;
  readonly workspace: Workspace;
  readonly editions: readonly string[];
  readonly jobs: number;
  readonly timeoutMs: number;
  /** How many cases must notice a fault before the next one is hunted. */
  readonly wanted: number;
  readonly isWanted: (fault: Fault) => boolean;
  readonly signal: AbortSignal;
  /** A file in which the pairs are kept; none are without it. */
  readonly keptIn?: string;
  /** How many pairs are asked of a fault at most. */
  readonly most: number;
  /** Told what is done now, in a few words. */
  readonly onProgress: (what: string) => void;
}

export interface Measurement {
  readonly faults: readonly Fault[];
  readonly fates: readonly Fate[];
  readonly hunters: Hunters;
}

/** Everything that is needed to hunt for more. */
export interface Hunters {
  readonly pairs: readonly Pair[];
  readonly skipped: ReadonlySet<string>;
  readonly unsound: readonly string[];
  readonly pairsOf: (fault: Fault) => Pair[];
  /** Whether the fault lies in what any of the editions goes by. */
  readonly canBeAsked: (fault: Fault) => boolean;
  /** Cases that noticed a fault of the same function: the first to be asked about the next. */
  readonly nearby: (fault: Fault) => ReadonlySet<string>;
  readonly huntAll: (faults: readonly Fault[], plan: (fault: Fault) => HuntPlan) => Promise<Fate[]>;
}

export interface HuntPlan {
  readonly pairs: readonly Pair[];
  readonly wanted: number;
}

export async function measure(cases: readonly Case[], options: MeasureOptions): Promise<Measurement> {
  const compiled = path.join(options.folder, 'compiled');
  compileReference(compiled);
  const files = readCompiled(compiled);
  const seeded = seedFaults(files);
  const hunters = await findHunters(cases, compiled, files, seeded, options);
  const chosen = seeded.faults.filter((fault) => options.isWanted(fault) && hunters.canBeAsked(fault));
  const fates = await hunters.huntAll(chosen, (fault) => {
    const pairs = inOrder(hunters.pairsOf(fault), hunters.nearby(fault));
    return { pairs: pairs.slice(0, options.most), wanted: options.wanted };
  });
  return { faults: seeded.faults, fates, hunters };
}

function nearOf({ id }: Fault): string {
  return id.split(':').slice(0, 2).join(':');
}

async function findHunters(
  cases: readonly Case[],
  compiled: string,
  files: ReturnType<typeof readCompiled>,
  seeded: SeededFaults,
  options: MeasureOptions,
): Promise<Hunters> {
  const { folder, workspace, jobs, timeoutMs, signal, onProgress } = options;
  const { pairs, skipped, unsound } = await findPairs(cases, compiled, files, seeded, options);
  const tables = new Map<string, Decides>(
    files.filter(({ name }) => name.endsWith('editions')).map((file) => [file.name, readEditionTables(file)]),
  );
  const decidesIn = (fault: Fault): Decides => tables.get(fault.file) ?? (() => true);
  const pairsOf = (fault: Fault) => pairsFor(fault, pairs, decidesIn(fault));
  const canBeAsked = (fault: Fault): boolean => {
    const family = fault.file.startsWith('deployd/') ? 'deployd' : 'node';
    return options.editions.some(
      (id) => findEdition(id)?.family === family && (!fault.entry || decidesIn(fault)(fault.entry, id)),
    );
  };
  const nearby = new Map<string, Set<string>>();
  const huntAll: Hunters['huntAll'] = async (faults, plan) => {
    const fates: Fate[] = [];
    const waiting = faults.values();
    const work = async (_: unknown, worker: number) => {
      const copy = path.join(folder, `copy-${worker}`);
      copyReference(compiled, copy);
      for (const fault of waiting) {
        if (signal.aborted) break;
        const { pairs: asked, wanted } = plan(fault);
        const { killers } = await hunt(fault, asked, copy, { workspace, timeoutMs, wanted });
        for (const id of killers) nearby.set(nearOf(fault), (nearby.get(nearOf(fault)) ?? new Set()).add(id));
        fates.push({ fault, killers, reachedBy: [...new Set(asked.map(({ item }) => item.id))] });
        onProgress(`${fates.length} of ${faults.length} faults`);
      }
    };
    await Promise.all(Array.from({ length: jobs }, work));
    const order = new Map(faults.map((fault, index) => [fault, index]));
    return fates.sort((a, b) => (order.get(a.fault) ?? 0) - (order.get(b.fault) ?? 0));
  };
  return {
    pairs,
    skipped,
    unsound,
    pairsOf,
    canBeAsked,
    nearby: (fault) => nearby.get(nearOf(fault)) ?? new Set(),
    huntAll,
  };
}

async function findPairs(
  cases: readonly Case[],
  compiled: string,
  files: readonly CompiledFile[],
  seeded: SeededFaults,
  { keptIn, onProgress, ...options }: MeasureOptions,
): Promise<PairedCases> {
  const hash = hashOf([
    options.editions,
    files.map(({ text }) => text),
    cases.map((item) => item.hash),
    seeded.sites.length,
  ]);
  const kept = keptIn === undefined ? undefined : readKept(keptIn);
  if (kept?.hash === hash) return restorePairs(kept, cases);
  const onEdition = (edition: string) => onProgress(`where the cases come by in ${edition}`);
  const found = await pairCases(cases, files, seeded, { ...options, compiled, onEdition });
  if (keptIn !== undefined) writeFileSync(keptIn, JSON.stringify(keepPairs(hash, found)));
  return found;
}

function readKept(file: string): KeptPairs | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
