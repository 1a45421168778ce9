// Ends a run early: after a number of failures that count, no further case is asked.

import type { RanImplementation, Verdict } from '../../model/run.ts';

type Introduction = Pick<RanImplementation, 'name' | 'version'>;

/** Whether a verdict counts as a failure. */
type CountsAsFailure = (verdict: Verdict, implementation: Introduction) => boolean;

/** Counts the failures of one run, of all its implementations together. */
export class Bail {
  /** After how many failures the run stops. */
  readonly limit: number;
  readonly #counts: CountsAsFailure;
  readonly #failures = new Set<Verdict>();
  /** How many doubts each worker holds that would count. */
  readonly #doubts = new Map<number, number>();

  constructor(limit: number, counts: CountsAsFailure) {
    this.limit = limit;
    this.#counts = counts;
  }

  /** Whether the run stops. */
  get isReached(): boolean {
    return this.#failures.size >= this.limit;
  }

  note(verdict: Verdict, implementation: Introduction): void {
    if (this.#counts(verdict, implementation)) this.#failures.add(verdict);
  }

  /** Called when the workers of another implementation begin. */
  forgetDoubts(): void {
    this.#doubts.clear();
  }

  /**
   * Whether a worker has to settle its doubts: the run would stop if they and those of the other workers were confirmed.
   * @param doubts all doubts of the worker
   */
  hasToSettle(worker: number, doubts: readonly Verdict[], implementation: Introduction): boolean {
    const own = doubts.filter((doubt) => this.#counts(doubt, implementation)).length;
    this.#doubts.set(worker, own);
    const all = [...this.#doubts.values()].reduce((sum, count) => sum + count, 0);
    if (own === 0 || this.#failures.size + all < this.limit) return false;
    this.#doubts.set(worker, 0);
    return true;
  }

  /**
   * The verdicts up to the last failure that is wanted. Other hosts may have answered more cases meanwhile; without their
   * verdicts, the number of hosts does not change what a run says.
   * @param verdicts in the order of implementations and cases
   */
  cut(verdicts: readonly Verdict[]): Verdict[] {
    const failures = verdicts.filter((verdict) => this.#failures.has(verdict));
    const last = failures[this.limit - 1];
    return last === undefined ? [...verdicts] : verdicts.slice(0, verdicts.indexOf(last) + 1);
  }
}
