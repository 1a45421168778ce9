// `--baseline FILE` and `--update-baseline`: compares a run with the accepted failures.

import { existsSync, writeFileSync } from 'node:fs';
import { type Accepts, acceptedFailures } from '../../harness/baseline/accepted-failures.ts';
import { applyBaseline } from '../../harness/baseline/apply-baseline.ts';
import { baselineSchema } from '../../harness/baseline/baseline.ts';
import type { Held } from '../../harness/baseline/examine-entries.ts';
import { updateBaseline } from '../../harness/baseline/update-baseline.ts';
import { parseLocated, readYaml } from '../../model/input/read-located.ts';
import { largestWritten, readText } from '../../model/input/read-text.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline: boolean;
}

/** Checks the file before the long work begins. @throws {UsageError} with file and line. */
export function checkBaseline({ baseline, updateBaseline: update }: BaselineOptions): void {
  if (baseline === undefined) {
    if (update) throw new UsageError('--update-baseline: expected --baseline FILE too; found none');
    return;
  }
  if (existsSync(baseline)) readYaml(baseline, baselineSchema);
  else if (!update)
    throw new UsageError('the baseline does not exist; create it with --update-baseline', { file: baseline });
}

/** Which failures the file accepts. */
export function readAccepted(file: string, catalog: Catalog): Accepts {
  return acceptedFailures(parseLocated(file, readText(file, largestWritten), baselineSchema), catalog, file);
}

/** The run together with the accepted failures. First rewrites the file if that is wanted and the run is complete. */
export function holdBaseline(
  { baseline: file, updateBaseline: update }: BaselineOptions,
  held: Omit<Held, 'file'>,
  spec: string | undefined,
): Run {
  if (file === undefined) return held.run;
  const text = existsSync(file) ? readText(file, largestWritten) : undefined;
  const wanted = update && held.run.footer.complete ? updateBaseline(text, { ...held, file }) : text;
  if (wanted === undefined) return held.run;
  if (wanted !== text) writeBaseline(file, wanted);
  return applyBaseline(parseLocated(file, wanted, baselineSchema), { ...held, file }, spec);
}

function writeBaseline(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`cannot write the baseline: ${(error as Error).message}`, { file });
  }
}
