// Reads runs that were written as JSON, in the format of today or in the former one.

import * as z from 'zod';
import { describeQuestion } from '../model/describe.ts';
import { formerRunSchema } from '../model/former-run.ts';
import { parseJson } from '../model/input/read-json.ts';
import { largestGenerated, readText } from '../model/input/read-text.ts';
import { type Run, runSchema } from '../model/run.ts';
import { type QuestionsOf, upgradeRun } from '../model/upgrade-run.ts';
import type { Catalog } from '../suite/cases/catalog.ts';
import { presentId } from '../suite/identity/id-register.ts';
import { type CasesSource, casesOf } from './load-cases.ts';

const anyFormat = z.union([runSchema, formerRunSchema]);

/**
 * The run that `modspec run --format json=FILE` wrote.
 * @param source the cases that the run was made with; they are read only for a run of format 1, which does not say what it asked
 * @throws {UsageError} with file and line if it can't be read or is not a run
 */
export async function readRun(file: string, source: CasesSource = {}): Promise<Run> {
  return parseRun(file, readText(file, largestGenerated), source);
}

/** The same for the text of a file. */
export async function parseRun(file: string, text: string, source: CasesSource): Promise<Run> {
  const run = parseJson(file, text, anyFormat, 'a run of format 1 or 2, as --format json writes');
  return isToday(run) ? run : upgradeRun(run, questionsIn(await casesOf(source)));
}

function isToday(run: z.infer<typeof anyFormat>): run is Run {
  return run.header.format === 2;
}

function questionsIn({ cases, formerIds = new Map() }: Catalog): QuestionsOf {
  const known = new Map(cases.map((item) => [item.id, item]));
  return (id, hash) => {
    const item = known.get(presentId(formerIds, id) ?? id);
    return item?.hash === hash ? item.questions.map(describeQuestion) : undefined;
  };
}
