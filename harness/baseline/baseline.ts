// A baseline: the verdicts that the people behind an implementation accept for now, each with its reason.

import * as z from 'zod';
import { acceptedSchema } from '../model/run.ts';

const reasons = {
  ...acceptedSchema.shape,
  observed: z
    .string()
    .min(1)
    .describe(
      'what was seen, as --update-baseline writes it; or only the verdict, for what differs each time',
    ),
};

const exactEntrySchema = z.strictObject({ case: z.string().describe('id'), ...reasons });

const patternEntrySchema = z.strictObject({
  cases: z.string().describe('glob over ids, or over page/id; every case that it matches must fail'),
  count: z.int().positive().describe('how many cases that is, exactly'),
  ...reasons,
});

export const entrySchema = z.union([exactEntrySchema, patternEntrySchema]);
export type Entry = z.infer<typeof entrySchema>;

export const baselineSchema = z.strictObject({
  implementations: z.array(
    z.strictObject({
      name: z.string().describe('as the implementation introduces itself'),
      version: z.string().optional().describe('only for this version; for every version when absent'),
      accepted: z.array(entrySchema),
    }),
  ),
});
export type Baseline = z.infer<typeof baselineSchema>;
