// The two implementations that are compared, and the edition that both follow.

import type { Adapter, Description } from '../../harness/adapters/adapter.ts';
import type { Workspace } from '../../harness/trees/workspace.ts';
import { findEdition } from '../../model/editions.ts';
import { UsageError } from '../../model/usage-error.ts';
import { isCapability, type Need, waysOfImport } from '../../model/vocabulary.ts';
import type { Parties } from './suspect.ts';
import { openWitness, type Witness } from './witness.ts';

/** The implementations by their adapters; the answers of the oracle count as right. */
export interface Invited {
  readonly oracle: Adapter;
  readonly loader: Adapter;
}

export interface Meeting {
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  /** The edition that both follow; by default that of the oracle, or of the loader if the oracle is the reference. */
  readonly edition?: string | undefined;
}

/**
 * Starts both, hands them to an action, and ends them.
 * @throws {UsageError} if the loader can be asked nothing, or the edition is not one for loaders
 */
export async function withParties<T>(
  { oracle, loader }: Invited,
  { workspace, timeoutMs, edition }: Meeting,
  action: (parties: Parties) => Promise<T>,
): Promise<T> {
  const witnesses: Witness[] = [];
  const open = async (adapter: Adapter) => {
    const witness = await openWitness(adapter, workspace, timeoutMs);
    witnesses.push(witness);
    return witness;
  };
  try {
    return await action(introduceParties(await open(oracle), await open(loader), edition));
  } finally {
    for (const witness of witnesses) await witness.close();
  }
}

/** A real Node has only its own edition; otherwise the edition of the loader is used. */
function introduceParties(oracle: Witness, loader: Witness, named: string | undefined): Parties {
  const { capabilities } = loader.description;
  if (!askable.some((one) => capabilities.includes(one)))
    throw new UsageError(`--impl ${loader.spec}: expected one of the capabilities ${askable.join(', ')}`);
  const own = oracle.spec === 'reference' ? loader.description.edition : oracle.description.edition;
  const edition = named ?? own;
  if (findEdition(edition)?.family === 'node') return { oracle, loader, edition, alone: false };
  throw new UsageError(
    `--edition ${edition}: expected an edition of Node's loader; see 'modspec list editions'`,
  );
}

/** A loader without any of these can be asked nothing. */
const askable = ['resolve', 'run', ...waysOfImport] as const;

/** A loader that lacks a needed capability shows no difference: a run skips the case. */
export function lacksNothing(needs: readonly Need[], { capabilities }: Description): boolean {
  return needs.every((need) => !isCapability(need) || capabilities.includes(need));
}
