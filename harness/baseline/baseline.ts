// A baseline: the verdicts that the maintainers of an implementation accept for now, each with a reason.

import * as z from 'zod';
import { acceptedSchema } from '../../model/run.ts';

const reasons = {
  ...acceptedSchema.shape,
  observed: z
    .string()
    .min(1)
    .describe(
      'what was observed, as --update-baseline writes it; only the verdict if the observation differs each time',
    ),
};

const exactEntrySchema = z.strictObject({ case: z.string().describe('id'), ...reasons });

const patternEntrySchema = z.strictObject({
  cases: z.string().describe('glob over ids or PAGE/ID; every case that it matches must fail'),
  count: z.int().positive().describe('the exact number of cases that it matches'),
  ...reasons,
});

export const entrySchema = z.union([exactEntrySchema, patternEntrySchema]);
export type Entry = z.infer<typeof entrySchema>;

export const baselineSchema = z.strictObject({
  implementations: z.array(
    z.strictObject({
      name: z.string().describe('the name in the introduction of the implementation'),
      version: z.string().optional().describe('the only version that this applies to; absent: every version'),
      accepted: z.array(entrySchema),
    }),
  ),
});
/** What a file must be, in messages. */
export const baselineMeaning = 'a baseline, as --update-baseline writes it';

export type Baseline = z.infer<typeof baselineSchema>;
