// The versions of one implementation, ready to be asked the same cases.

import { fingerprint } from '../harness/run/shard.ts';
import { chooseVersions } from '../harness/versions/choose-versions.ts';
import { keepAnswers } from '../harness/versions/kept-answers.ts';
import { publishedVersions } from '../harness/versions/published-versions.ts';
import { VersionAsker, type VersionAskerOptions } from '../harness/versions/version-asker.ts';
import { findVersioned, type Versioned } from '../harness/versions/versioned.ts';
import type { Case } from '../model/case.ts';
import type { PublishedVersion } from '../model/published-version.ts';
import { checkEdition } from './check-edition.ts';

export interface VersionsSettings extends Omit<VersionAskerOptions, 'kept'> {
  /** The value of `--impl` without a version. */
  readonly implementation: string;
  readonly cases: readonly Case[];
  /** Absent: that of the first version that answers. */
  readonly edition?: string | undefined;
  /** Which versions: all, minor, major, or a list. */
  readonly granularity: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly prereleases: boolean;
  /** Where answers are kept, for these cases. */
  readonly folderOf: (versioned: Versioned, selection: string) => string;
  /** Whether answers of earlier commands are not used. */
  readonly fresh: boolean;
  /** Writes a file whole or not at all. */
  readonly write: (file: string, text: string) => void;
}

export interface VersionsAtHand {
  readonly versioned: Versioned;
  readonly versions: readonly PublishedVersion[];
  readonly asker: VersionAsker;
}

/** @throws {UsageError} if the implementation has no versions, or npm can't be reached */
export async function openVersions(settings: VersionsSettings): Promise<VersionsAtHand> {
  const { cases, edition, from, to, prereleases, offline, signal } = settings;
  checkEdition(edition);
  const versioned = findVersioned(settings.implementation);
  const published = await publishedVersions(versioned.package, { offline, signal });
  const versions = chooseVersions(published, { versions: settings.granularity, from, to, prereleases });
  const selection = fingerprint(cases);
  const folder = settings.folderOf(versioned, selection);
  const kept = keepAnswers(folder, { selection, edition: () => asker.edition }, settings.write);
  const asker: VersionAsker = new VersionAsker(versioned.name, cases, edition, {
    ...settings,
    kept: settings.fresh ? { ...kept, read: () => undefined } : kept,
  });
  return { versioned, versions, asker };
}
