// What tests need of the npm registry. Where npm can't reach it, they are skipped and say so; when a package can't be fetched for
// any other reason, they fail.

import { execa } from 'execa';
import type { Fetching } from '../harness/adapters/fetch-package.ts';
import { UndrivableVersionError } from '../harness/adapters/undrivable-version.ts';

/** What was fetched, or why it can't be: `skip` is the option of a test. */
export type Fetched<T> =
  | { readonly value: T; readonly skip: false }
  | { readonly value: undefined; readonly skip: string };

/**
 * What this function fetches. It is first asked for what is in the cache, which needs no registry.
 * @throws what the function throws although npm reaches the registry
 */
export async function fetchForTest<T>(fetch: (fetching: Fetching) => Promise<T>): Promise<Fetched<T>> {
  const cached = await fetchFromCache(fetch);
  if (cached) return cached;
  unreachable ??= whyUnreachable();
  const reason = await unreachable;
  return reason === false ? { value: await fetch({}), skip: false } : { value: undefined, skip: reason };
}

async function fetchFromCache<T>(fetch: (fetching: Fetching) => Promise<T>): Promise<Fetched<T> | undefined> {
  try {
    return { value: await fetch({ offline: true }), skip: false };
  } catch (error) {
    if (error instanceof UndrivableVersionError) return undefined;
    throw error;
  }
}

/** Asked once a test file. */
let unreachable: Promise<string | false> | undefined;

/** npm itself tries three times and waits for more than a minute. */
const patienceMs = 20_000;

/** Codes of a registry that did not answer. Every other error is an answer, or a fault of this machine that nobody should miss. */
const noAnswer = [
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENOTFOUND',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
  'ERR_SOCKET_TIMEOUT',
  'ECONNECTIONTIMEOUT',
];

/** Why npm, as it is configured here, can't reach its registry; false when it can. */
export async function whyUnreachable(): Promise<string | false> {
  const [registry, offline] = await Promise.all([
    npm('config', 'get', 'registry'),
    npm('config', 'get', 'offline'),
  ]);
  const name = `the npm registry ${registry.stdout}`;
  if (offline.stdout === 'true') return `${name} is not asked: npm is configured to be offline`;
  const { timedOut, stderr } = await npm('ping', '--fetch-retries=0', '--loglevel=error');
  if (timedOut) return `${name} can't be reached: no answer within ${patienceMs / 1000} seconds`;
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(stderr)?.[1] ?? '';
  return noAnswer.includes(code) && `${name} can't be reached: ${code}`;
}

/** Without the hooks that tap puts into every Node below it. */
function npm(...args: readonly string[]) {
  const env = { NODE_OPTIONS: '' };
  return execa('npm', args, { env, reject: false, stdin: 'ignore', timeout: patienceMs });
}
