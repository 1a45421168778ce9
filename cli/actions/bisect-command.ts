// `modspec bisect`: between which versions of an implementation verdicts changed.

import path from 'node:path';
import { type Bisected, bisect } from '../../analysis/history/bisect.ts';
import { cacheFolder } from '../../harness/adapters/cache-folder.ts';
import { packageVersion } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Named, renderBisected, renderBisectedJson } from '../../reports/history/render-bisected.ts';
import { exitCodes } from './exit-codes.ts';
import { interrupted } from './guard-exit.ts';
import { type VersionsOptions, versionsFor } from './versions-options.ts';

export interface BisectOptions extends VersionsOptions {
  readonly format: string;
}

export const bisectFormats = ['pretty', 'json'] as const;

/** @returns 0 if it was found out where verdicts changed, or that they did not */
export async function bisectCommand(options: BisectOptions): Promise<number> {
  const format = bisectFormats.find((known) => known === options.format);
  if (!format) throw new UsageError(`--format ${options.format}: unknown format; expected pretty or json`);
  const { bisected, named } = await bisectVersions(options);
  const render = format === 'json' ? renderBisectedJson : renderBisected;
  process.stdout.write(render(bisected, named));
  return bisected.answered.length > 0 ? exitCodes.asExpected : exitCodes.broken;
}

/** Answers stay in the cache, so that the next bisection asks few versions. */
async function bisectVersions(options: VersionsOptions): Promise<{ bisected: Bisected; named: Named }> {
  const { versioned, versions, asker } = await versionsFor(options, 'all', ({ name }, selection) =>
    path.join(cacheFolder(), 'answers', packageVersion(), `${name.replaceAll('/', '+')}-${selection}`),
  );
  try {
    const bisected = await bisect(versions, async (version) => {
      const answer = await asker.ask(version);
      interrupted.throwIfAborted();
      return answer;
    });
    const named = { name: versioned.name, edition: asker.edition ?? '', chosen: versions.length };
    return { bisected, named };
  } finally {
    await asker.close();
  }
}

/** Bisects with the settings that are usual for everything that is not given. */
export async function bisectCase(
  options: Pick<VersionsOptions, 'impl' | 'to' | 'case' | 'edition' | 'timeout' | 'offline'>,
): Promise<Bisected> {
  const usual = { all: false, rule: [], keepPackages: false, fresh: false };
  return (await bisectVersions({ ...usual, ...options })).bisected;
}
