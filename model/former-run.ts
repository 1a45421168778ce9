// Runs of format 1, which named questions in words and had no record of questions without an answer.

import * as z from 'zod';
import { observationSchema } from './observation.ts';
import { runSchema, verdictSchema } from './run.ts';

const formerCheckSchema = z.object({
  question: z.string().describe('in words: the question, or the step of a server'),
  expected: z.string().describe('in words'),
  observed: observationSchema,
  holds: z.boolean(),
});

export const formerRunSchema = runSchema.extend({
  header: runSchema.shape.header.extend({ format: z.literal(1) }),
  verdicts: z.array(verdictSchema.omit({ questions: true }).extend({ checks: z.array(formerCheckSchema) })),
});
export type FormerRun = z.infer<typeof formerRunSchema>;
