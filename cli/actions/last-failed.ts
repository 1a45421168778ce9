// `--last-failed`: a record in the cache folder of the cases that failed, one for each implementation and edition, and the choice
// of these cases for the next run.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { isUnexpected } from '../../analysis/tally.ts';
import { cacheFolder } from '../../harness/adapters/cache-folder.ts';
import { readPlainFile } from '../../harness/trees/read-plain-file.ts';
import type { Case } from '../../model/case.ts';
import { inert } from '../../model/inert.ts';
import { judgedCases } from '../../model/judged-case.ts';
import type { RanImplementation, Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { presentId } from '../../suite/identity/id-register.ts';
import { writeReportFile } from './write-file.ts';

const recordSchema = z.strictObject({
  kind: z.literal('modspec failed cases'),
  format: z.literal(1),
  implementation: z.string(),
  edition: z.string(),
  platform: z.string().optional().describe('whose rules of paths it followed, if not those of the machine'),
  folder: z.string().describe('the working folder of the run'),
  spec: z.string().optional().describe('the pages of the run, if they were not the bundled ones'),
  failed: z.array(z.string()),
});
type FailedCases = z.infer<typeof recordSchema>;

type Asked = Pick<RanImplementation, 'spec' | 'edition' | 'platform'>;

/** How many records are kept, and how many bytes one may have. */
const mostRecords = 100;
const longestRecord = 1_000_000;

/**
 * Chooses the cases that failed when they were last asked, of any of these implementations; all cases if none did. One line on
 * standard error says which.
 * @param spec the `--spec` of the run
 */
export function chooseLastFailed(
  cases: readonly Case[],
  implementations: readonly Asked[],
  { formerIds = new Map() }: Catalog,
  spec: string | undefined,
): readonly Case[] {
  const ids = new Set(
    implementations.flatMap((one) => {
      const failed = readFailed(recordOf(one, spec), note).map((id) => presentId(formerIds, id));
      const known = cases.filter(({ id }) => failed.includes(id));
      return judgedCases(known, one.edition).map(({ item }) => item.id);
    }),
  );
  const chosen = cases.filter(({ id }) => ids.has(id));
  const names = implementations.map((one) => `${one.spec} judged by ${one.edition}`).join(' or ');
  if (chosen.length > 0) {
    note(`only the cases that failed last time are run: ${chosen.length} of ${cases.length}`);
    return chosen;
  }
  note(
    `no failed case of ${names} is remembered in this folder; ${cases.length === 1 ? 'the only case is' : `all ${cases.length} cases are`} run`,
  );
  return cases;
}

/**
 * Remembers the failures of a run. Cases that it did not ask stay as they were.
 * @param wholeCatalog is called only if there is something to remember
 * @returns false, after a line on standard error, if the record can't be written
 */
export async function rememberFailed(
  run: Run,
  wholeCatalog: () => Promise<Catalog>,
  spec: string | undefined,
): Promise<boolean> {
  try {
    for (const implementation of run.header.implementations) {
      const record = recordOf(implementation, spec);
      const own = run.verdicts.filter((verdict) => verdict.implementation === implementation.spec);
      const asked = new Set(own.map((verdict) => verdict.case));
      const failed = new Set([
        ...readFailed(record, () => undefined).filter((id) => !asked.has(id)),
        ...own.filter(isUnexpected).map((verdict) => verdict.case),
      ]);
      const known = failed.size === 0 ? [] : (await wholeCatalog()).cases;
      writeRecord({ ...record, failed: known.map(({ id }) => id).filter((id) => failed.has(id)) });
    }
    return true;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    note(`--last-failed will not know this run: ${error.message}`);
    return false;
  }
}

function recordOf({ spec: implementation, edition, platform }: Asked, spec: string | undefined): FailedCases {
  return {
    kind: 'modspec failed cases',
    format: 1,
    implementation,
    edition,
    ...(platform === undefined ? {} : { platform }),
    folder: process.cwd(),
    ...(spec === undefined ? {} : { spec: path.resolve(spec) }),
    failed: [],
  };
}

function fileOf({ implementation, edition, platform, folder, spec }: FailedCases): string {
  const key = JSON.stringify([
    implementation,
    edition,
    folder,
    spec,
    ...(platform === undefined ? [] : [platform]),
  ]);
  return path.join(recordsFolder(), `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
}

function recordsFolder(): string {
  return path.join(cacheFolder(), 'last-failed');
}

/** Ids; none if there is no record, or if it can't be read. */
function readFailed(record: FailedCases, complain: (text: string) => void): string[] {
  const file = fileOf(record);
  if (!existsSync(file)) return [];
  try {
    const content = readPlainFile(file, longestRecord)?.toString('utf8') ?? '';
    return recordSchema.parse(JSON.parse(content)).failed;
  } catch {
    complain(`${file}: expected a record of failed cases; found something else; the next run replaces it`);
    return [];
  }
}

/** Whole or not at all. Without failures there is no record. */
function writeRecord(record: FailedCases): void {
  const file = fileOf(record);
  if (record.failed.length === 0) {
    rmSync(file, { force: true });
  } else {
    writeReportFile(file, `${JSON.stringify(record)}\n`);
    removeOldest();
  }
}

/** Another run may remove records at the same time. */
function removeOldest(): void {
  const files = readdirSync(recordsFolder()).map((name) => path.join(recordsFolder(), name));
  if (files.length <= mostRecords) return;
  const ages = files.map((file) => ({
    file,
    writtenAt: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  }));
  ages.sort((a, b) => b.writtenAt - a.writtenAt);
  for (const { file } of ages.slice(mostRecords)) rmSync(file, { force: true });
}

function note(text: string): void {
  process.stderr.write(`modspec: ${inert(text)}\n`);
}
