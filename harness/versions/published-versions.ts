// The published versions of a package, as npm lists them.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import semver from 'semver';
import * as z from 'zod';
import { makeFolder } from '../../model/make-folder.ts';
import type { PublishedVersion } from '../../model/published-version.ts';
import { UsageError } from '../../model/usage-error.ts';
import { cacheFolder } from '../adapters/cache-folder.ts';
import type { Fetching } from '../adapters/fetch-package.ts';

const listingSchema = z.object({
  versions: z.union([z.string().transform((only) => [only]), z.array(z.string())]),
  time: z.record(z.string(), z.string()),
});

/**
 * Every version of a package that npm offers, the lowest first. A list in the cache counts for a day; offline, for ever.
 * @throws {UsageError} with npm's reason if there is no list.
 */
export async function publishedVersions(name: string, fetching: Fetching): Promise<PublishedVersion[]> {
  const file = path.join(cacheFolder(), 'versions', `${name.replaceAll('/', '+')}.json`);
  const text = readRecent(file, fetching) ?? (await list(name, file, fetching));
  const { versions, time } = parse(text, file);
  return versions
    .filter((version) => semver.valid(version) !== null)
    .sort(semver.compare)
    .map((version) => ({ version, date: (time[version] ?? '').slice(0, 10) }));
}

const freshMs = 24 * 60 * 60 * 1000;

function readRecent(file: string, { offline }: Fetching): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats || !(offline || Date.now() - stats.mtimeMs < freshMs)) return undefined;
  return readFileSync(file, 'utf8');
}

async function list(name: string, file: string, { offline, signal }: Fetching): Promise<string> {
  if (offline)
    throw new UsageError(
      `the list of versions of ${name} is not in the cache at '${cacheFolder()}'; run once without --offline`,
    );
  const result = await execa('npm', ['view', name, 'versions', 'time', '--json'], {
    reject: false,
    stdin: 'ignore',
    ...(signal ? { cancelSignal: signal } : {}),
  });
  if (result.failed) {
    const reason = /npm error (?!code)(.*)/.exec(result.stderr)?.[1] ?? result.shortMessage;
    throw new UsageError(`npm does not list the versions of ${name}: ${reason}; check the network`);
  }
  parse(result.stdout, `what npm printed for ${name}`);
  makeFolder(path.dirname(file));
  writeFileSync(file, result.stdout);
  return result.stdout;
}

function parse(text: string, from: string): z.infer<typeof listingSchema> {
  try {
    return listingSchema.parse(JSON.parse(text));
  } catch {
    throw new UsageError(
      `expected a list of versions as 'npm view NAME versions time --json' prints; found something else in ${from}; remove the file, or check the settings of npm, and run again`,
    );
  }
}
