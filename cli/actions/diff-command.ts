// `modspec diff`: what has changed from one run to another.

import path from 'node:path';
import { compareRuns, isRegression } from '../../analysis/compare-runs.ts';
import { comparedFromRun } from '../../analysis/compared-run.ts';
import { readRun } from '../../api/read-run.ts';
import { didYouMean } from '../../model/input/did-you-mean.ts';
import { packageRoot } from '../../model/package-root.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type DiffFormat, diffFormats, renderDiff } from '../../reports/commands/render-diff.ts';
import { withPresentIds } from '../../suite/identity/present-run.ts';
import { readIdRegister } from '../../suite/identity/read-id-register.ts';
import { pagesFolder } from '../../suite/pages/read-pages.ts';
import { exitCodes } from './exit-codes.ts';

export interface DiffCommandOptions {
  readonly format: string;
  readonly spec?: string;
}

const bundledPages = path.join(packageRoot, 'spec');

/** @returns the exit code; it says whether something regressed */
export async function diffCommand(
  before: string,
  after: string,
  options: DiffCommandOptions,
): Promise<number> {
  const format = parseFormat(options.format);
  const formerIds = readIdRegister(options.spec === undefined ? bundledPages : pagesFolder(options.spec));
  const read = async (file: string) => withPresentIds(await readRun(file, { spec: options.spec }), formerIds);
  const [old, current] = [await read(before), await read(after)];
  const compared = compareRuns(comparedFromRun(old), comparedFromRun(current));
  const colour = Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'];
  const incomplete = [old, current].some(({ footer }) => !footer.complete);
  process.stdout.write(renderDiff(compared, { format, colour, incomplete }));
  const regressed = compared.pairs.some(({ changes }) => changes.some(isRegression));
  return regressed ? exitCodes.notAsExpected : exitCodes.asExpected;
}

function parseFormat(name: string): DiffFormat {
  const format = diffFormats.find((known) => known === name);
  if (format) return format;
  throw new UsageError(
    `--format ${name}: unknown format; ${didYouMean(name, diffFormats)}expected one of ${diffFormats.join(', ')}`,
  );
}
