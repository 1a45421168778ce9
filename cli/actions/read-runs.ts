// Reads runs that were written as JSON, in the format of today or in the former one.

import * as z from 'zod';
import { describeQuestion } from '../../model/describe.ts';
import { formerRunSchema } from '../../model/former-run.ts';
import { readJson } from '../../model/input/read-json.ts';
import { type Run, runSchema } from '../../model/run.ts';
import { type QuestionsOf, upgradeRun } from '../../model/upgrade-run.ts';
import type { Catalog } from '../../suite/cases/catalog.ts';
import { presentId } from '../../suite/identity/id-register.ts';

const anyFormat = z.union([runSchema, formerRunSchema]);

/**
 * @param catalogOf the cases that say which questions a run of format 1 asked; not called for another run
 * @throws {UsageError} with file and line if it can't be read or is not a run.
 */
export function readRunFile(file: string, catalogOf: () => Catalog): Run {
  const run = readJson(file, anyFormat, 'a run of format 1 or 2, as --format json writes');
  return isToday(run) ? run : upgradeRun(run, questionsIn(catalogOf()));
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
