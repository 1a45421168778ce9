// Asks the versions of one implementation the same cases, by the same edition.

import type { Case } from '../../model/case.ts';
import {
  type AskVersionOptions,
  askVersion,
  type FetchedVersion,
  type FetchVersionOptions,
  fetchVersion,
  type VersionAnswer,
} from './ask-version.ts';
import type { KeptAnswers } from './kept-answers.ts';

export interface VersionAskerOptions extends FetchVersionOptions, Omit<AskVersionOptions, 'edition'> {
  readonly kept: KeptAnswers;
}

export class VersionAsker {
  /** The edition by which every version is judged; if none is given, that of the first version that answers. */
  edition: string | undefined;
  readonly #name: string;
  readonly #cases: readonly Case[];
  readonly #options: VersionAskerOptions;
  readonly #fetching = new Map<string, Promise<FetchedVersion>>();

  /** @param name the value of `--impl` without a version */
  constructor(
    name: string,
    cases: readonly Case[],
    edition: string | undefined,
    options: VersionAskerOptions,
  ) {
    this.#name = name;
    this.#cases = cases;
    this.edition = edition;
    this.#options = options;
  }

  /** Whether the version was asked by an earlier command. */
  isKept(version: string): boolean {
    return this.#options.kept.read(this.#specOf(version)) !== undefined;
  }

  /** Begins to fetch a version that will be asked next. */
  prefetch(version: string): void {
    if (this.isKept(version)) return;
    this.#fetch(version).catch(() => undefined);
  }

  /**
   * @returns its answer; incomplete after an interruption
   * @throws {UsageError} if npm can't be reached
   */
  async ask(version: string): Promise<VersionAnswer> {
    const { kept, signal, offline } = this.#options;
    const spec = this.#specOf(version);
    const known = kept.read(spec);
    const answer = known ?? (await this.#askAnew(version));
    if (answer.kind === 'asked') this.edition ??= answer.run.header.implementations[0]?.edition;
    // What is missing offline can be fetched the next time.
    const isPassing = answer.kind === 'not driven' && (answer.isPassing || offline);
    if (!known && !signal.aborted && !isPassing) kept.write(spec, answer);
    return answer;
  }

  /** Removes what was fetched and not asked. */
  async close(): Promise<void> {
    for (const fetching of this.#fetching.values()) (await fetching.catch(() => undefined))?.release();
    this.#fetching.clear();
  }

  async #askAnew(version: string): Promise<VersionAnswer> {
    const fetched = await this.#fetch(version);
    try {
      return await askVersion(fetched, this.#cases, { ...this.#options, edition: this.edition });
    } finally {
      this.#fetching.delete(version);
      fetched.release();
    }
  }

  #fetch(version: string): Promise<FetchedVersion> {
    const fetching = this.#fetching.get(version) ?? fetchVersion(this.#specOf(version), this.#options);
    this.#fetching.set(version, fetching);
    return fetching;
  }

  #specOf(version: string): string {
    return `${this.#name}@${version}`;
  }
}
