// The ledger: which case was asked about which fault, and whether it noticed. A case that notices any fault has credit.

import type { Fault } from './fault.ts';
import type { Pair } from './pairs.ts';

/** What is known of one fault. */
export interface Account {
  /** Ids of cases, the first that noticed first. */
  readonly killers: Set<string>;
  /** Keys of pairs that saw no difference. */
  readonly passed: Set<string>;
}

export class Ledger {
  readonly #accounts: Map<string, Account>;
  readonly #credits = new Map<string, Set<string>>();
  readonly #refuted = new Set<string>();
  readonly #hints: ReadonlyMap<string, readonly string[]>;
  readonly #recorded: ReadonlyMap<string, string>;

  /**
   * @param hints by fault the cases that once noticed it
   * @param recorded by case the fault that it is on record for
   */
  constructor(
    accounts: Iterable<readonly [string, Account]> = [],
    hints: ReadonlyMap<string, readonly string[]> = new Map(),
    recorded: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#accounts = new Map(accounts);
    this.#hints = hints;
    this.#recorded = recorded;
    for (const [fault, { killers }] of this.#accounts) for (const id of killers) this.#credit(id, fault);
  }

  note({ id }: Fault, pair: Pair, noticed: boolean): void {
    const account = this.#accounts.get(id) ?? { killers: new Set(), passed: new Set() };
    this.#accounts.set(id, account);
    if (!noticed) {
      account.passed.add(pairKey(pair));
      if (this.#recorded.get(pair.item.id) === id) this.#refuted.add(pair.item.id);
    } else {
      account.killers.add(pair.item.id);
      this.#credit(pair.item.id, id);
    }
  }

  /** Whether the answer is known already. */
  isAnswered({ id }: Fault, pair: Pair): boolean {
    const account = this.#accounts.get(id);
    return account !== undefined && (account.killers.has(pair.item.id) || account.passed.has(pairKey(pair)));
  }

  killersOf({ id }: Fault): readonly string[] {
    return [...(this.#accounts.get(id)?.killers ?? [])];
  }

  /** The faults that a case notices, as far as it was asked. */
  creditsOf(caseId: string): ReadonlySet<string> {
    return this.#credits.get(caseId) ?? new Set();
  }

  /** The cases that are likely to notice. */
  hintsFor({ id }: Fault): readonly string[] {
    const recorded = [...this.#recorded].flatMap(([caseId, fault]) => (fault === id ? caseId : []));
    return [...new Set([...(this.#hints.get(id) ?? []), ...recorded])];
  }

  /** Whether a case will be asked about the fault that it is on record for, and need not be asked about others before. */
  isOnRecord(caseId: string): boolean {
    return this.#recorded.has(caseId) && !this.#refuted.has(caseId);
  }

  /** The share of the cases asked that noticed the fault, from 0 to 1; 0.5 if no case was asked. */
  shareOf({ id }: Fault): number {
    const { killers, passed } = this.#accounts.get(id) ?? { killers: new Set(), passed: new Set() };
    return (killers.size + 0.5) / (killers.size + passed.size + 1);
  }

  get accounts(): ReadonlyMap<string, Account> {
    return this.#accounts;
  }

  #credit(caseId: string, fault: string): void {
    const known = this.#credits.get(caseId);
    if (known) known.add(fault);
    else this.#credits.set(caseId, new Set([fault]));
  }
}

export function pairKey({ item, edition }: Pair): string {
  return `${item.id} ${edition}`;
}
