// Asks the cases that pass again under other names, and finds each case that then differs.

import * as harness from '../harness/run/prove-honesty.ts';
import { observe } from './observe.ts';
import { openProof, type ProofSettings } from './open-proof.ts';

export interface HonestySettings extends ProofSettings {
  /** The same seed gives the same names. */
  readonly seed: number;
  /** Called with what the proof has shown of each implementation. */
  readonly onProved: (honesty: harness.Honesty) => void;
}

/**
 * Every run of the proof is made in a place of its own. Only the trees of renamed cases are kept.
 * @returns whether every implementation has answered under other names too; undefined if the proof was interrupted
 */
export async function proveHonesty(settings: HonestySettings): Promise<boolean | undefined> {
  const { adapters, cases } = await openProof(settings);
  let proved = true;
  for (const adapter of adapters) {
    const honesty = await harness.proveHonesty(adapter, cases, settings.seed, (run) => {
      const { order, edition = settings.edition, renamed } = run;
      const onTree = renamed ? settings.onTree : undefined;
      return observe([run.adapter], run.cases, { ...settings, edition, order, onTree });
    });
    if (honesty === undefined) return undefined;
    settings.onProved(honesty);
    // What was never asked again is not proved.
    proved &&= honesty.asked > 0 && honesty.differences.length === 0;
  }
  return proved;
}
