// Asks one published version of an implementation, and removes what had to be fetched for it.

import { rmSync } from 'node:fs';
import { AdapterError } from '../../model/adapter-error.ts';
import type { Case } from '../../model/case.ts';
import { makeFolder } from '../../model/make-folder.ts';
import type { Run } from '../../model/run.ts';
import { whyNotDriven } from '../../model/why-not-driven.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { cacheFolder } from '../adapters/cache-folder.ts';
import type { Fetching } from '../adapters/fetch-package.ts';
import { findAdapter } from '../adapters/find-adapter.ts';
import { UndrivableVersionError } from '../adapters/undrivable-version.ts';
import { jobsFor } from '../run/default-jobs.ts';
import { type MakeRunOptions, makeRun } from '../run/make-run.ts';
import { openWorkspace } from '../trees/workspace.ts';

/** What a version did; or why it can't be driven, which does not count against the implementation. */
export type VersionAnswer =
  | { readonly kind: 'asked'; readonly run: Run }
  | {
      readonly kind: 'not driven';
      readonly reason: string;
      /** Whether it may be driven the next time, because its host did not start. */
      readonly isPassing: boolean;
    };

export interface FetchVersionOptions {
  readonly offline: boolean;
  readonly signal: AbortSignal;
  /** Whether what is fetched stays in the cache. */
  readonly keepPackages: boolean;
}

/** A version that is at hand, or the reason why it can't be driven. */
export interface FetchedVersion {
  readonly adapter: Adapter | string;
  /** Removes what was fetched for this version alone. */
  readonly release: () => void;
}

/**
 * Fetches a version.
 * @param spec a value of `--impl` with a version, such as `resolve@1.22.14`
 * @throws {UsageError} if npm can't be reached
 */
export async function fetchVersion(
  spec: string,
  { offline, signal, keepPackages }: FetchVersionOptions,
): Promise<FetchedVersion> {
  const scratch = keepPackages || offline ? undefined : await makeScratch();
  const release = () => {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  };
  const fetching: Fetching = { offline, signal, scratch };
  try {
    return { adapter: await findAdapter(spec, fetching), release };
  } catch (error) {
    release();
    if (error instanceof UndrivableVersionError) return { adapter: error.message, release };
    throw error;
  }
}

/** On the disk of the cache, because some packages are large. */
async function makeScratch(): Promise<string> {
  makeFolder(cacheFolder());
  const { default: tmp } = await import('tmp-promise');
  const options = { tmpdir: cacheFolder(), prefix: 'version', mode: 0o755, unsafeCleanup: true };
  return (await tmp.dir(options)).path;
}

export type AskVersionOptions = Pick<
  MakeRunOptions,
  'edition' | 'timeoutMs' | 'signal' | 'onStart' | 'onVerdict'
> & {
  /** How many hosts run at the same time; absent: what fits the machine. */
  readonly jobs?: number | undefined;
};

/** Asks a version that was fetched. */
export async function askVersion(
  { adapter }: FetchedVersion,
  cases: readonly Case[],
  options: AskVersionOptions,
): Promise<VersionAnswer> {
  if (typeof adapter === 'string') return { kind: 'not driven', reason: adapter, isPassing: false };
  const workspace = await openWorkspace();
  try {
    const jobs = options.jobs ?? jobsFor([adapter], cases.length, false);
    const run = await makeRun([adapter], cases, { ...options, jobs, workspace, isolate: false });
    const reason = run.footer.complete ? whyNotDriven(run.verdicts) : undefined;
    return reason === undefined ? { kind: 'asked', run } : { kind: 'not driven', reason, isPassing: false };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { kind: 'not driven', reason: error.message, isPassing: true };
  } finally {
    workspace.remove();
  }
}
