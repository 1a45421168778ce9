// What `modspec bisect` and `modspec history` have in common: the implementation, its versions and the cases.

import { loadCases } from '../../api/load-cases.ts';
import { openVersions, type VersionsAtHand, type VersionsSettings } from '../../api/open-versions.ts';
import type { Case } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Catalog, selectCases } from '../../suite/cases/catalog.ts';
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

/**
 * @param granularity which versions: all, minor, major, or a list
 * @param folderOf where answers are kept, for these cases
 */
export async function versionsFor(
  options: VersionsOptions,
  granularity: string,
  folderOf: VersionsSettings['folderOf'],
): Promise<VersionsAtHand & { readonly catalog: Catalog }> {
  const catalog = await loadCases();
  const { onStart, onVerdict } = startProgress();
  const opened = await openVersions({
    implementation: options.impl,
    cases: chooseCases(catalog, options),
    edition: options.edition,
    granularity,
    from: options.from,
    to: options.to,
    prereleases: options.all,
    folderOf,
    fresh: options.fresh,
    write: writeReportFile,
    offline: options.offline,
    keepPackages: options.keepPackages,
    timeoutMs: options.timeout,
    signal: interrupted,
    jobs: options.jobs,
    onStart,
    onVerdict,
  });
  return { ...opened, catalog };
}

/** The cases of the rules, and those that are named; all cases if nothing is. */
function chooseCases(catalog: Catalog, { case: globs, rule: rules }: VersionsOptions): Case[] {
  for (const id of rules)
    if (!catalog.rules.has(id)) throw new UsageError(`--rule ${id}: unknown rule; see 'modspec list rules'`);
  noteRenamed(catalog, globs);
  const named = rules.length > 0 && globs.length === 0 ? [] : selectCases(catalog, globs);
  return catalog.cases.filter((item) => rules.includes(item.rule) || named.includes(item));
}
