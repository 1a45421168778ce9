// What `modspec bisect` and `modspec history` have in common: the implementation, its versions and the cases.

import { availableParallelism } from 'node:os';
import { checkEdition } from '../../api/check-edition.ts';
import { defaultJobs } from '../../harness/run/default-jobs.ts';
import { fingerprint } from '../../harness/run/shard.ts';
import { chooseVersions } from '../../harness/versions/choose-versions.ts';
import { keepAnswers } from '../../harness/versions/kept-answers.ts';
import { publishedVersions } from '../../harness/versions/published-versions.ts';
import { VersionAsker } from '../../harness/versions/version-asker.ts';
import { findVersioned, type Versioned } from '../../harness/versions/versioned.ts';
import type { Case } from '../../model/case.ts';
import type { PublishedVersion } from '../../model/published-version.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Catalog, selectCases } from '../../suite/cases/catalog.ts';
import { openCatalog } from '../../suite/cases/open-catalog.ts';
import { interrupted } from './guard-exit.ts';
import { noteRenamed } from './note-renamed.ts';
import { startProgress } from './progress.ts';
import { writeReportFile } from './write-file.ts';

export interface VersionsOptions {
  readonly impl: string;
  readonly from?: string;
  readonly to?: string;
  readonly all: boolean;
  readonly edition?: string;
  readonly case: readonly string[];
  readonly rule: readonly string[];
  readonly jobs?: number;
  readonly timeout: number;
  readonly offline: boolean;
  readonly keepPackages: boolean;
  readonly fresh: boolean;
}

export interface VersionsAtHand {
  readonly versioned: Versioned;
  readonly versions: readonly PublishedVersion[];
  readonly catalog: Catalog;
  readonly cases: readonly Case[];
  readonly asker: VersionAsker;
}

/**
 * @param granularity which versions: all, minor, major, or a list
 * @param folderOf where answers are kept, for these cases
 */
export async function openVersions(
  options: VersionsOptions,
  granularity: string,
  folderOf: (versioned: Versioned, selection: string) => string,
): Promise<VersionsAtHand> {
  checkEdition(options.edition);
  const versioned = findVersioned(options.impl);
  const catalog = await openCatalog(undefined);
  const cases = chooseCases(catalog, options);
  const { offline, from, to } = options;
  const published = await publishedVersions(versioned.package, { offline, signal: interrupted });
  const versions = chooseVersions(published, { versions: granularity, from, to, prereleases: options.all });
  const selection = fingerprint(cases);
  const progress = startProgress();
  const kept = keepAnswers(
    folderOf(versioned, selection),
    { selection, edition: () => asker.edition },
    writeReportFile,
  );
  const asker: VersionAsker = new VersionAsker(versioned.name, cases, options.edition, {
    kept: options.fresh ? { ...kept, read: () => undefined } : kept,
    offline,
    keepPackages: options.keepPackages,
    timeoutMs: options.timeout,
    signal: interrupted,
    jobs: options.jobs ?? defaultJobs({ cores: availableParallelism(), cases: cases.length, isolate: false }),
    onStart: progress.onStart,
    onVerdict: progress.onVerdict,
  });
  return { versioned, versions, catalog, cases, asker };
}

/** The cases of the rules, and those that are named; all cases if nothing is. */
function chooseCases(catalog: Catalog, { case: globs, rule: rules }: VersionsOptions): Case[] {
  for (const id of rules)
    if (!catalog.rules.has(id)) throw new UsageError(`--rule ${id}: unknown rule; see 'modspec list rules'`);
  noteRenamed(catalog, globs);
  const named = rules.length > 0 && globs.length === 0 ? [] : selectCases(catalog, globs);
  return catalog.cases.filter((item) => rules.includes(item.rule) || named.includes(item));
}
