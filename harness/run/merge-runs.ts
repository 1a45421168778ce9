// Merges the shards of one run into the run that an unsharded one would have been, except for times.

import type { Run, Verdict } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';

/** A run and the file that it was read from, for messages. */
export interface ShardRun {
  readonly file: string;
  readonly run: Run;
}

/**
 * Merges all shards of a run.
 * @throws {UsageError} if a shard is missing, given twice, incomplete, or of another run.
 */
export function mergeRuns(shards: readonly ShardRun[]): Run {
  const [first, ...others] = shards;
  if (!first) throw new UsageError('expected the runs of all shards; found none');
  for (const shard of shards) checkComplete(shard);
  for (const other of others) checkAlike(first, other);
  checkCoverage(shards);
  const { shard: _, ...header } = first.run.header;
  return {
    header: {
      ...header,
      startedAt: shards.map(({ run }) => run.header.startedAt).sort()[0] ?? header.startedAt,
    },
    verdicts: orderVerdicts(
      first.run,
      shards.flatMap(({ run }) => run.verdicts),
    ),
    footer: { complete: true, durationMs: Math.max(...shards.map(({ run }) => run.footer.durationMs)) },
  };
}

function checkComplete({ file, run }: ShardRun): void {
  if (!run.footer.complete)
    throw new UsageError(
      'expected a complete run; found one that was interrupted or stopped early; run this shard again, without --bail',
      { file },
    );
  if (!run.header.shard)
    throw new UsageError('expected the run of a shard; found a whole run; run it with --shard I/N', { file });
}

/** What must be equal in all shards, with a description. */
const alike = {
  modspec: 'version of modspec',
  containment: 'containment',
  implementations: 'implementations, versions, editions or capabilities',
  selection: 'selection of cases',
} as const;

function checkAlike(first: ShardRun, other: ShardRun): void {
  for (const [key, meaning] of Object.entries(alike) as [keyof typeof alike, string][]) {
    if (JSON.stringify(first.run.header[key]) === JSON.stringify(other.run.header[key])) continue;
    throw new UsageError(
      `expected the same ${meaning} as ${first.file}; found another; run all shards with the same options`,
      {
        file: other.file,
      },
    );
  }
}

function checkCoverage(shards: readonly ShardRun[]): void {
  const count = shards[0]?.run.header.shard?.count ?? 0;
  const seen = new Map<number, string>();
  for (const { file, run } of shards) {
    const { shard } = run.header;
    if (shard?.count !== count)
      throw new UsageError(`expected one of ${count} shards; found one of ${shard?.count}`, { file });
    const twin = seen.get(shard.index);
    if (twin)
      throw new UsageError(`shard ${shard.index}/${count} is given twice; the other file is ${twin}`, {
        file,
      });
    seen.set(shard.index, file);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length > 0)
    throw new UsageError(
      `expected every shard once; found none for ${missing.map((index) => `${index}/${count}`).join(', ')}`,
    );
}

function orderVerdicts(run: Run, verdicts: readonly Verdict[]): Verdict[] {
  const specs = run.header.implementations.map(({ spec }) => spec);
  const place = ({ implementation, position }: Verdict) =>
    specs.indexOf(implementation) * run.header.cases + position;
  return [...verdicts].sort((a, b) => place(a) - place(b));
}
