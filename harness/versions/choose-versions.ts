// Chooses which of the published versions are asked.

import semver from 'semver';
import type { PublishedVersion } from '../../model/published-version.ts';
import { UsageError } from '../../model/usage-error.ts';

export interface VersionChoice {
  /** `all`, the newest of each `minor` or `major`, or a list such as `1.0.0,1.22`. */
  readonly versions: string;
  /** The lowest and the highest version; `1.22` as the highest means all of 1.22. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Also alphas, betas and release candidates. */
  readonly prereleases: boolean;
}

/**
 * The chosen versions, the lowest first.
 * @throws {UsageError} if a version can't be read, or none is left.
 */
export function chooseVersions(
  published: readonly PublishedVersion[],
  { versions, from, to, prereleases }: VersionChoice,
): PublishedVersion[] {
  const span = rangeOf('--from', '>=', from);
  const end = rangeOf('--to', '<=', to);
  const inSpan = published.filter(
    ({ version }) =>
      (prereleases || semver.prerelease(version) === null) &&
      [span, end].every((range) => semver.satisfies(version, range, { includePrerelease: true })),
  );
  const chosen = pick(inSpan, versions);
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    `expected a version ${describeSpan(from, to)}; npm has ${published.length}, from ${published[0]?.version} to ${published.at(-1)?.version}${prereleases ? '' : '; add --all for prereleases'}`,
  );
}

function pick(published: readonly PublishedVersion[], versions: string): PublishedVersion[] {
  if (versions === 'all') return [...published];
  if (versions === 'minor') return newestOfEach(published, ({ major, minor }) => `${major}.${minor}`);
  // Below 1, a new minor version may break as much as a new major one.
  if (versions === 'major')
    return newestOfEach(published, ({ major, minor }) => (major === 0 ? `0.${minor}` : `${major}`));
  const wanted = versions.split(',').map((one) => one.trim());
  return published.filter(({ version }) => wanted.some((one) => newestIn(published, one) === version));
}

function newestIn(published: readonly PublishedVersion[], wanted: string): string {
  if (semver.validRange(wanted) === null)
    throw new UsageError(
      `--versions ${wanted}: expected major, minor, all, or versions separated by commas, such as 1.0.0,1.22`,
    );
  const newest = published.findLast(({ version }) =>
    semver.satisfies(version, wanted, { includePrerelease: true }),
  );
  if (newest) return newest.version;
  throw new UsageError(`--versions ${wanted}: npm has no such version`);
}

function newestOfEach(
  published: readonly PublishedVersion[],
  lineOf: (version: semver.SemVer) => string,
): PublishedVersion[] {
  const newest = new Map<string, PublishedVersion>();
  for (const one of published) newest.set(lineOf(new semver.SemVer(one.version)), one);
  return [...newest.values()];
}

function rangeOf(flag: string, sign: string, version: string | undefined): string {
  if (version === undefined) return '*';
  const range = `${sign}${version}`;
  if (semver.validRange(version) !== null && /^\d/.test(version)) return range;
  throw new UsageError(`${flag} ${version}: expected a version, such as 1.22 or 1.22.14`);
}

function describeSpan(from: string | undefined, to: string | undefined): string {
  if (from === undefined && to === undefined) return 'to ask';
  return [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
}
