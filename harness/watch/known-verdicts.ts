// The verdicts that are still valid for the cases and loaders as they are now, and what changed with each run.

import type { Case } from '../../model/case.ts';
import type { Run, Verdict, VerdictWord } from '../../model/run.ts';

/** The ids of cases whose verdict is another one than before. */
export interface Turned {
  readonly fixed: readonly string[];
  readonly broken: readonly string[];
}

export class KnownVerdicts {
  /** By implementation and case; undefined if its edition expects nothing of the case. */
  readonly #known = new Map<string, { readonly hash: string; readonly verdict: Verdict | undefined }>();

  /** The last verdict, also where it is no longer valid. */
  readonly #last = new Map<string, VerdictWord>();

  /** The cases whose verdict is unknown, and those that have changed since. */
  stale(implementation: string, cases: readonly Case[]): Case[] {
    return cases.filter(({ id, hash }) => this.#known.get(keyOf(implementation, id))?.hash !== hash);
  }

  /** Adds the verdicts of a run of these cases; after an interrupted run the other verdicts stay as they were. */
  learn(implementation: string, cases: readonly Case[], { verdicts, footer }: Run): Turned {
    const seen = new Map(verdicts.map((verdict) => [verdict.case, verdict]));
    for (const { id, hash } of cases) {
      const verdict = seen.get(id);
      if (verdict || footer.complete) this.#known.set(keyOf(implementation, id), { hash, verdict });
    }
    return this.#turn(implementation, verdicts);
  }

  #turn(implementation: string, verdicts: readonly Verdict[]): Turned {
    const fixed: string[] = [];
    const broken: string[] = [];
    for (const { case: id, verdict } of verdicts) {
      const key = keyOf(implementation, id);
      const before = this.#last.get(key);
      this.#last.set(key, verdict);
      if (before === undefined || before === 'skip' || verdict === 'skip') continue;
      if (before !== 'pass' && verdict === 'pass') fixed.push(id);
      if (before === 'pass' && verdict !== 'pass') broken.push(id);
    }
    return { fixed, broken };
  }

  /** Makes verdicts unknown: all of an implementation, or only its failures. */
  forget(implementation: string, which: 'all' | 'failed' = 'all'): void {
    for (const [key, { verdict }] of this.#known) {
      if (!key.startsWith(keyOf(implementation, ''))) continue;
      if (which === 'all' || (verdict !== undefined && !['pass', 'skip'].includes(verdict.verdict)))
        this.#known.delete(key);
    }
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
