// The verdicts that are still valid for the cases and loaders as they are now.

import type { Case } from '../../model/case.ts';
import type { Run, Verdict } from '../../model/run.ts';

export class KnownVerdicts {
  /** By implementation and case; undefined if its edition expects nothing of the case. */
  readonly #known = new Map<string, { readonly hash: string; readonly verdict: Verdict | undefined }>();

  /** The cases whose verdict is unknown, and those that have changed since. */
  stale(implementation: string, cases: readonly Case[]): Case[] {
    return cases.filter(({ id, hash }) => this.#known.get(keyOf(implementation, id))?.hash !== hash);
  }

  /** Adds the verdicts of a run of these cases; after an interrupted run the other verdicts stay as they were. */
  learn(implementation: string, cases: readonly Case[], { verdicts, footer }: Run): void {
    const seen = new Map(verdicts.map((verdict) => [verdict.case, verdict]));
    for (const { id, hash } of cases) {
      const verdict = seen.get(id);
      if (verdict || footer.complete) this.#known.set(keyOf(implementation, id), { hash, verdict });
    }
  }

  forget(implementation: string): void {
    for (const key of this.#known.keys())
      if (key.startsWith(keyOf(implementation, ''))) this.#known.delete(key);
  }

  /** The known verdicts of these cases. */
  of(implementation: string, cases: readonly Case[]): Verdict[] {
    return cases.flatMap(({ id, hash }) => {
      const known = this.#known.get(keyOf(implementation, id));
      return known?.hash === hash && known.verdict ? [known.verdict] : [];
    });
  }
}

function keyOf(implementation: string, id: string): string {
  return `${implementation}\n${id}`;
}
