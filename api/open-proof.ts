// What both proofs begin with: the implementations and the cases.

import type { Adapter } from '../harness/adapters/adapter.ts';
import type { Case } from '../model/case.ts';
import { checkEdition } from './check-edition.ts';
import { checkImplementations, fetchingOf, findAdapters } from './find-adapters.ts';
import { type CasesSource, casesOf } from './load-cases.ts';
import type { AskingSettings } from './observe.ts';
import type { RunSettings } from './run.ts';
import { type CaseSelection, selectFrom } from './select-from.ts';

export interface ProofSettings
  extends AskingSettings,
    CasesSource,
    CaseSelection,
    Pick<RunSettings, 'implementations' | 'spec' | 'offline'> {}

export interface Proof {
  readonly adapters: readonly Adapter[];
  readonly cases: readonly Case[];
}

/** @throws {UsageError} if the settings or a page are not right */
export async function openProof(settings: ProofSettings): Promise<Proof> {
  checkImplementations(settings.implementations);
  checkEdition(settings.edition);
  const adapters = await findAdapters(settings.implementations, fetchingOf(settings));
  return { adapters, cases: selectFrom(await casesOf(settings), settings) };
}
