// The history of an implementation: in which of its versions each case passes and each rule holds.

import * as z from 'zod';
import { verdictWords } from './run.ts';

const version = z.string().describe('a version of the implementation');

/** Versions that follow each other and do the same, from the first to the last that was asked. */
const span = { from: version, to: version };

export const caseRangeSchema = z.object({ ...span, verdict: z.enum(verdictWords) });
export type CaseRange = z.infer<typeof caseRangeSchema>;

export const supports = ['yes', 'partly', 'no', 'not asked'] as const;
export const ruleRangeSchema = z.object({
  ...span,
  holds: z
    .enum(supports)
    .describe('whether all, some or none of the cases of the rule pass; not asked: all were skipped'),
});
export type RuleRange = z.infer<typeof ruleRangeSchema>;

export const regressionSchema = z.object({
  case: z.string(),
  passed: version.describe('the last version in which it passed'),
  failed: version.describe('the first version after it in which it does not'),
  mended: version.optional().describe('the first version after that in which it passes again'),
});
export type Regression = z.infer<typeof regressionSchema>;

export const historySchema = z.object({
  kind: z.literal('modspec history'),
  format: z.literal(1),
  modspec: z.string().describe('version'),
  seen: z.iso.date().describe('the day on which the newest of these versions was asked'),
  command: z.string().describe('makes these data again'),
  implementation: z.object({ name: z.string(), package: z.string(), homepage: z.string().optional() }),
  edition: z.string().describe('the edition by which every version was judged'),
  platform: z.object({ os: z.string(), arch: z.string(), node: z.string() }),
  versions: z
    .array(
      z.object({
        version,
        date: z.string().describe('the day of its release'),
        pass: z.int().optional(),
        asked: z.int().optional().describe('cases that were judged; skipped ones are not'),
        notDriven: z.string().optional().describe('why this version could not be asked'),
      }),
    )
    .describe('the lowest first'),
  cases: z
    .record(z.string(), z.array(caseRangeSchema))
    .describe('by id; versions that could not be asked are in no range'),
  rules: z.record(z.string(), z.array(ruleRangeSchema)),
  regressions: z.array(regressionSchema).describe('in the order of the cases'),
});
export type History = z.infer<typeof historySchema>;
