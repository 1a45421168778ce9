// Which verdicts are still those of the cases and loaders as they are now.

import type { Case } from '../model/case.ts';
import type { Run, Verdict } from '../model/run.ts';

export class KnownVerdicts {
  /** By implementation and case; undefined where its edition says nothing about the case. */
  readonly #known = new Map<string, { readonly hash: string; readonly verdict: Verdict | undefined }>();

  /** The cases whose verdict is not known, or was of a case that has changed since. */
  stale(implementation: string, cases: readonly Case[]): Case[] {
    return cases.filter(({ id, hash }) => this.#known.get(keyOf(implementation, id))?.hash !== hash);
  }

  /** Takes over what a run of these cases has seen; one that was broken off leaves the rest as it was. */
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

  /** What is known of these cases. */
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
