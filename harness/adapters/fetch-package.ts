// Fetches packages from npm into modspec's own cache folder, with one folder for each package and version.

import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { makeFolder } from '../../model/make-folder.ts';
import { UsageError } from '../../model/usage-error.ts';
import { shortName } from '../registry/wanted.ts';
import { cacheFolder } from './cache-folder.ts';
import { UndrivableVersionError } from './undrivable-version.ts';

/** Exact versions of indirect dependencies, for an old package whose own ranges resolve to versions that do not work. */
export type Pins = Readonly<Record<string, string>>;

export interface Fetching {
  /** Uses only what is in the cache. */
  readonly offline?: boolean;
  /** Stops a download. */
  readonly signal?: AbortSignal;
  /** Called before a download, with the package. */
  readonly onFetch?: (wanted: string) => void;
  /** An existing folder for what is not in the cache; by default it goes into the cache. */
  readonly scratch?: string | undefined;
}

export interface FetchOptions extends Fetching {
  readonly pins?: Pins;
  /** Packages (`name@version`) that it needs but does not depend on. */
  readonly beside?: readonly string[];
}

/**
 * The folder in which a package (`name@version`, also a range or a tag as npm knows them) is installed below
 * `node_modules`. Runs npm only if the package is not in the cache; install scripts of packages do not run.
 * @throws {UsageError} with npm's reason if the package can't be fetched, or if it would have to be fetched offline.
 */
export async function fetchPackage(wanted: string, options: FetchOptions = {}): Promise<string> {
  const cached = path.join(cacheFolder(), folderName(wanted, options));
  if (isInstalled(cached, wanted)) return cached;
  if (options.offline) throw new UndrivableVersionError(missingOffline(wanted));
  const parent = options.scratch ?? cacheFolder();
  const folder = path.join(parent, folderName(wanted, options));
  makeFolder(parent);
  const { default: tmp } = await import('tmp-promise');
  const { path: partial } = await tmp.dir({
    tmpdir: parent,
    prefix: 'partial',
    mode: 0o755,
    unsafeCleanup: true,
  });
  options.onFetch?.(wanted);
  await install(partial, wanted, options);
  place(partial, folder, wanted);
  return folder;
}

/** A folder without the package has been emptied by somebody, and counts as absent. */
function isInstalled(folder: string, wanted: string): boolean {
  const name = wanted.slice(0, wanted.indexOf('@', 1));
  return existsSync(path.join(folder, 'node_modules', name, 'package.json'));
}

function place(partial: string, folder: string, wanted: string): void {
  // Meanwhile another run may have put the same package there.
  if (!isInstalled(folder, wanted)) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(partial, folder);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
}

function missingOffline(wanted: string): string {
  return `${wanted} is not in the cache at '${cacheFolder()}'; run once without --offline to fetch it, or set MODSPEC_CACHE to a folder that contains it`;
}

/** Other pins or companions get another folder, so that a package fetched with old ones is not used. */
function folderName(wanted: string, { pins = {}, beside = [] }: FetchOptions): string {
  const name = wanted.replace(/[^A-Za-z0-9@._-]/g, '+');
  if (Object.keys(pins).length + beside.length === 0) return name;
  const text = JSON.stringify(beside.length === 0 ? pins : { pins, beside });
  return `${name}+${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

const flags = ['--ignore-scripts', '--include=optional', '--no-audit', '--no-fund', '--no-package-lock'];

/** By default npm waits for more than a minute before it says that there is no network. */
const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/** How long npm may take to end when the user interrupts the download. */
const patienceMs = 500;

/** What npm says of packages that would not come with a better network either. */
const notTheNetwork = [
  'E404',
  'ETARGET',
  'EBADPLATFORM',
  'EBADENGINE',
  'ERESOLVE',
  'EUNSUPPORTEDPROTOCOL',
  'EINVALIDPACKAGENAME',
];

async function install(
  folder: string,
  wanted: string,
  { pins = {}, beside = [], signal }: FetchOptions,
): Promise<void> {
  const manifest = { private: true, overrides: pins };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest)}\n`);
  const packages = [wanted, ...beside];
  const result = await execa(
    'npm',
    ['install', '--prefix', folder, ...flags, ...retries, '--loglevel=error', ...packages],
    {
      reject: false,
      stdin: 'ignore',
      forceKillAfterDelay: patienceMs,
      ...(signal ? { cancelSignal: signal } : {}),
    },
  );
  if (!result.failed) return;
  rmSync(folder, { recursive: true, force: true });
  const reason =
    /^npm error (?!(?:code|syscall|errno|type|path)\b)(.*)/m.exec(result.stderr)?.[1] ?? result.shortMessage;
  const code = /npm error code (\S+)/.exec(result.stderr)?.[1];
  const Failure = code !== undefined && notTheNetwork.includes(code) ? UndrivableVersionError : UsageError;
  throw new Failure(
    `${packages.join(' with ')} cannot be fetched from npm: ${reason}; ${code === 'ERESOLVE' ? togetherIn(packages) : 'check the version and the network'}`,
  );
}

/** What to do about packages of which one does not accept the version of another. */
function togetherIn([wanted, beside]: readonly string[]): string {
  if (beside === undefined) return 'choose another version';
  return `name versions that go together, as in --impl ${wanted}/${shortName(beside)}@VERSION`;
}
