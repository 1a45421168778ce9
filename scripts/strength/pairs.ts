// Pairs: a case run in an edition, with the places of the reference that it reaches.

import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '../../harness/adapters/adapter.ts';
import { referenceAdapter } from '../../harness/adapters/reference-adapter.ts';
import { makeRun } from '../../harness/run/make-run.ts';
import { placeOf } from '../../harness/run/place.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import type { Case } from '../../model/case.ts';
import { judgedCase } from '../../model/judged-case.ts';
import type { CompiledFile } from './compiled-reference.ts';
import type { SeededFaults } from './seed-faults.ts';
import { makeTellingReference, readTold } from './telling-reference.ts';

export interface Pair {
  readonly item: Case;
  readonly edition: string;
  /** It is asked in a process or thread of its own. */
  readonly alone: boolean;
  /** What was noted of sites, and names of behaviours. */
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
  /** What the reference does not pass without any fault, in words. Such pairs show nothing. */
  readonly unsound: readonly string[];
}

/** The places that one case reaches, in each edition in which it passes. */
export interface Visits {
  readonly visited: readonly (Pick<Pair, 'edition' | 'alone'> & { readonly reached: readonly string[] })[];
  readonly unsound: readonly string[];
}

/** Runs every case in every edition on the unchanged reference, and notes the places that each reaches; by id of the case. */
export async function pairCases(
  cases: readonly Case[],
  files: readonly CompiledFile[],
  { sites }: SeededFaults,
  options: PairOptions,
): Promise<Map<string, Visits>> {
  const telling = path.join(options.folder, 'telling');
  const adapter = referenceAdapter(telling);
  const loader = { adapter, description: adapter.describe(undefined) };
  const found = new Map(cases.map(({ id }) => [id, { visited: [], unsound: [] } as MutableVisits]));
  for (const edition of options.editions) {
    if (options.signal.aborted) break;
    options.onEdition(edition);
    const log = path.join(options.folder, `log-${edition}`);
    mkdirSync(log);
    makeTellingReference(options.compiled, telling, log, files, sites);
    const { trees, verdicts } = await askAll(cases, edition, adapter, options);
    const told = readTold(readdirSync(log).map((name) => path.join(log, name)));
    for (const { case: id, position, verdict, sharedVerdict } of verdicts) {
      const tree = trees.get(id);
      const item = cases[position];
      if (verdict === 'skip' || !item) continue;
      const alone = placeOf(judgedCase(item, edition), loader) !== 'shared';
      if (verdict !== 'pass' || sharedVerdict || !tree)
        found.get(id)?.unsound.push(`${id} in ${edition}: ${sharedVerdict ?? verdict}`);
      else found.get(id)?.visited.push({ edition, alone, reached: [...(told.get(tree) ?? [])] });
    }
  }
  return found;
}

interface MutableVisits extends Visits {
  readonly visited: Visits['visited'][number][];
  readonly unsound: string[];
}

async function askAll(cases: readonly Case[], edition: string, adapter: Adapter, options: PairOptions) {
  const trees = new Map<string, string>();
  const { workspace, jobs, timeoutMs, signal } = options;
  const { verdicts } = await makeRun([adapter], cases, {
    workspace,
    edition,
    jobs,
    timeoutMs,
    signal,
    isolate: false,
    keep: (item, folder) => {
      trees.set(item.id, folder);
      workspace.removeTree(folder);
    },
    onStart: () => undefined,
    onVerdict: () => undefined,
  });
  return { trees, verdicts };
}
