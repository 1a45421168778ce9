// Compares a run with the file of a baseline, and rewrites the file if that is wanted.

import { existsSync, writeFileSync } from 'node:fs';
import { parseLocated, readYaml } from '../../model/input/read-located.ts';
import { readWritten } from '../../model/input/read-text.ts';
import type { Run } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { type Accepts, acceptedFailures } from './accepted-failures.ts';
import { applyBaseline } from './apply-baseline.ts';
import { baselineMeaning, baselineSchema } from './baseline.ts';
import type { BaselineFile } from './baseline-file.ts';
import type { Held } from './examine-entries.ts';
import { updateBaseline } from './update-baseline.ts';

/** Checks the file before the long work begins. @throws {UsageError} with file and line. */
export function checkBaseline({ file, update }: BaselineFile): void {
  if (existsSync(file)) readYaml(file, baselineSchema, baselineMeaning);
  else if (!update)
    throw new UsageError('the baseline does not exist; create it with --update-baseline', { file });
}

/** Which failures the file accepts. */
export function readAccepted(file: string, catalog: Catalog): Accepts {
  return acceptedFailures(
    parseLocated(file, readWritten(file), baselineSchema, baselineMeaning),
    catalog,
    file,
  );
}

/**
 * The run together with the accepted failures. First rewrites the file if that is wanted and the run is complete.
 * @param spec the `--spec` of the run, for the commands in the messages
 */
export function holdBaseline(
  { file, update }: BaselineFile,
  held: Omit<Held, 'file'>,
  spec: string | undefined,
): Run {
  const text = existsSync(file) ? readWritten(file) : undefined;
  const wanted = update && held.run.footer.complete ? updateBaseline(text, { ...held, file }) : text;
  if (wanted === undefined) return held.run;
  if (wanted !== text) writeBaseline(file, wanted);
  return applyBaseline(parseLocated(file, wanted, baselineSchema, baselineMeaning), { ...held, file }, spec);
}

function writeBaseline(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`cannot write the baseline: ${(error as Error).message}`, { file });
  }
}
