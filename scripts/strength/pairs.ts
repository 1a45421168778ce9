// Pairs: a case asked in an edition, with the places of the reference that it comes by.

import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { referenceAdapter } from '../../harness/adapters/reference-adapter.ts';
import type { Case } from '../../harness/model/case.ts';
import { makeRun } from '../../harness/run/make-run.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import type { CompiledFile } from './compiled-reference.ts';
import type { SeededFaults } from './seed-faults.ts';
import { makeTellingReference, readTold } from './telling-reference.ts';

export interface Pair {
  readonly item: Case;
  readonly edition: string;
  /** It is asked in a process of its own. */
  readonly alone: boolean;
  /** What was told of sites, and names of behaviours. */
  readonly reached: ReadonlySet<string>;
}

export interface PairOptions {
  readonly compiled: string;
  /** A folder for what is made here. */
  readonly folder: string;
  readonly workspace: Workspace;
  readonly editions: readonly string[];
  readonly jobs: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onEdition: (edition: string) => void;
}

export interface PairedCases {
  readonly pairs: readonly Pair[];
  /** What the reference was not asked, such as what needs a capability that it lacks. */
  readonly skipped: ReadonlySet<string>;
  /** What the reference does not pass without any fault, in words. Such pairs tell nothing. */
  readonly unsound: readonly string[];
}

/** Asks the sound reference every case in every edition and watches where each comes by. */
export async function pairCases(
  cases: readonly Case[],
  files: readonly CompiledFile[],
  { sites }: SeededFaults,
  options: PairOptions,
): Promise<PairedCases> {
  const telling = path.join(options.folder, 'telling');
  const pairs: Pair[] = [];
  const skipped = new Set<string>();
  const unsound: string[] = [];
  for (const edition of options.editions) {
    options.onEdition(edition);
    const log = path.join(options.folder, `log-${edition}`);
    mkdirSync(log);
    makeTellingReference(options.compiled, telling, log, files, sites);
    const { trees, verdicts } = await askAll(cases, edition, telling, options);
    const told = readTold(readdirSync(log).map((name) => path.join(log, name)));
    for (const { case: id, verdict, alone } of verdicts) {
      const tree = trees.get(id);
      if (verdict === 'skip') skipped.add(id);
      else if (verdict !== 'pass' || !tree) unsound.push(`${id} in ${edition}: ${verdict}`);
      else pairs.push({ item: tree.item, edition, alone, reached: told.get(tree.folder) ?? new Set() });
    }
  }
  return { pairs, skipped, unsound };
}

async function askAll(cases: readonly Case[], edition: string, telling: string, options: PairOptions) {
  const trees = new Map<string, { item: Case; folder: string }>();
  const { workspace, jobs, timeoutMs, signal } = options;
  const { verdicts } = await makeRun([referenceAdapter(telling)], cases, {
    workspace,
    edition,
    jobs,
    timeoutMs,
    signal,
    isolate: false,
    keep: (item, folder) => {
      trees.set(item.id, { item, folder });
      workspace.removeTree(folder);
    },
    onStart: () => undefined,
    onVerdict: () => undefined,
  });
  return { trees, verdicts };
}

/** Pairs as they are kept between measurements, because finding them takes as long as asking every case. */
export interface KeptPairs {
  /** Of the reference and the cases that they were found with. */
  readonly hash: string;
  readonly skipped: readonly string[];
  readonly unsound: readonly string[];
  readonly pairs: readonly (Omit<Pair, 'item' | 'reached'> & { id: string; reached: readonly string[] })[];
}

export function keepPairs(hash: string, { pairs, skipped, unsound }: PairedCases): KeptPairs {
  return {
    hash,
    skipped: [...skipped],
    unsound,
    pairs: pairs.map(({ item, edition, alone, reached }) => ({
      id: item.id,
      edition,
      alone,
      reached: [...reached],
    })),
  };
}

export function restorePairs(kept: KeptPairs, cases: readonly Case[]): PairedCases {
  const items = new Map(cases.map((item) => [item.id, item]));
  const pairs = kept.pairs.flatMap(({ id, reached, ...pair }): Pair[] => {
    const item = items.get(id);
    return item ? [{ ...pair, item, reached: new Set(reached) }] : [];
  });
  return { pairs, skipped: new Set(kept.skipped), unsound: kept.unsound };
}
