// A run: all observations and verdicts as data. Reports render it; a run has no other output.

import * as z from 'zod';
import { expectedSchema } from './expected.ts';
import { observationSchema } from './observation.ts';
import { platforms } from './platform.ts';
import { capabilities, keysOf, levels } from './vocabulary.ts';

export const verdictWords = ['pass', 'fail', 'crash', 'timeout', 'skip', 'error'] as const;
export type VerdictWord = (typeof verdictWords)[number];

/** What was expected and what was observed, of a question or of one step of a server. */
export const checkSchema = z.object({
  step: z.string().optional().describe('of a server: the step, in words'),
  expected: expectedSchema,
  observed: observationSchema,
  holds: z.boolean(),
});
export type Check = z.infer<typeof checkSchema>;

export const questionOutcomes = ['pass', 'fail', 'unanswered', 'not judged'] as const;

/** The outcome of one question of a case. */
export const answeredQuestionSchema = z.object({
  asked: z.string().describe('the question in words, for people'),
  outcome: z
    .enum(questionOutcomes)
    .describe(
      'unanswered: the verdict says why; not judged: the edition expects nothing, so it was not asked',
    ),
  checks: z
    .array(checkSchema)
    .describe('one, or one for each step that a server must show; empty if nothing was judged'),
});
export type AnsweredQuestion = z.infer<typeof answeredQuestionSchema>;

export const reasonClasses = ['bug', 'wont-fix', 'unsupported', 'disputed'] as const;

/** Why a failure is accepted for now. */
export const acceptedSchema = z.object({
  class: z.enum(reasonClasses),
  link: z.url().optional().describe('URL of the discussion'),
  reason: z.string().optional().describe('the reason, in one sentence'),
});
export type Accepted = z.infer<typeof acceptedSchema>;

/** A place where a baseline does not match the run. */
export const complaintSchema = z.object({
  implementation: z.string().describe('the spec of the implementation in the header'),
  kind: z.enum([
    'unexpected failure',
    'unexpected pass',
    'changed observation',
    'stale entry',
    'wide pattern',
  ]),
  cases: z.array(z.string()).describe('the ids of the cases, or the pattern'),
  line: z.int().positive().optional().describe('line of the entry in the baseline'),
  text: z.string().describe('what is wrong, in words'),
  mend: z.string().describe('the command that updates the baseline'),
});
export type Complaint = z.infer<typeof complaintSchema>;

/** A difference that the implementation documents as intended. It counts like any other failure. */
export const intendedSchema = z.object({
  about: z.string().describe('the difference, in one sentence'),
  link: z.string().describe('URL of the documentation of the implementation that says so'),
});
export type Intended = z.infer<typeof intendedSchema>;

export const verdictSchema = z.object({
  implementation: z.string().describe('the spec of the implementation in the header'),
  case: z.string(),
  position: z.int().describe('position of the case in the selection, from 0'),
  hash: z.string().describe('content hash of the case when it was judged'),
  rule: z.string(),
  level: z.enum(levels),
  verdict: z.enum(verdictWords),
  reason: z.string().optional().describe('why it was skipped, crashed, timed out or failed with an error'),
  issue: z.string().optional().describe('URL where the implementation discusses what it skips'),
  intended: intendedSchema.optional(),
  accepted: acceptedSchema.optional().describe('present if the baseline accepts this verdict'),
  questions: z
    .array(answeredQuestionSchema)
    .describe('every question of the case, at its index there; the case passes if all that are judged do'),
  alone: z.boolean().describe('whether the case ran in its own process'),
  sharedVerdict: z
    .enum(verdictWords)
    .optional()
    .describe('the earlier verdict from a process shared with other cases'),
  stderr: z.string().optional(),
  ms: z.number().describe('time from tree to verdict, in milliseconds'),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const ranImplementationSchema = z.object({
  spec: z.string().describe('the value of --impl'),
  name: z.string(),
  version: z.string().optional(),
  homepage: z.string().optional(),
  edition: z.string().describe('the edition that it was judged by'),
  platform: z
    .enum(platforms)
    .optional()
    .describe('whose rules of paths it was asked to follow; absent: those of the machine'),
  capabilities: z.array(z.enum(keysOf(capabilities) as [string, ...string[]])),
  kind: z
    .string()
    .optional()
    .describe('reference, runtime, engine, loader hook, loader, resolver, bundler or server'),
  note: z.string().optional().describe('what its adapter configures, and why this is fair'),
});
export type RanImplementation = z.infer<typeof ranImplementationSchema>;

export const protections = ['own processes', 'no network', 'modspec read-only', 'limited memory'] as const;
export type Protection = (typeof protections)[number];

/** What kept the implementations in. */
export const containmentSchema = z.object({
  protections: z
    .array(z.enum(protections))
    .describe('what was in force; servers always have the network; empty if the system does not offer it'),
  reason: z.string().optional().describe('why nothing was in force, as the system says'),
});
export type Containment = z.infer<typeof containmentSchema>;

export const runSchema = z.object({
  header: z.object({
    kind: z.literal('modspec run'),
    format: z.literal(2),
    modspec: z.string().describe('version'),
    startedAt: z.string().describe('ISO 8601'),
    platform: z.object({ os: z.string(), arch: z.string(), node: z.string() }),
    containment: containmentSchema.optional().describe('absent if nobody asked for it'),
    implementations: z.array(ranImplementationSchema),
    command: z
      .string()
      .optional()
      .describe('the command that asks the same, without what only decides where and how fast it is asked'),
    cases: z.int().describe('how many cases were selected, in all shards together'),
    available: z.int().optional().describe('how many cases there were to select from'),
    selection: z.string().describe('fingerprint of the selected cases; equal in all shards of a run'),
    shard: z
      .object({ index: z.int(), count: z.int() })
      .optional()
      .describe('the shard of the selection that was asked'),
  }),
  verdicts: z.array(verdictSchema),
  baseline: z
    .object({ file: z.string(), complaints: z.array(complaintSchema) })
    .optional()
    .describe('the baseline that the run was compared with, and the differences'),
  footer: z.object({
    complete: z.boolean().describe('false if the run was interrupted or stopped early'),
    stopped: z
      .object({
        failures: z.int().positive().describe('the number of failures after which it was to stop'),
        notAsked: z
          .int()
          .positive()
          .describe('how many cases of all implementations together have no verdict'),
      })
      .optional()
      .describe('present if --bail stopped the run early'),
    durationMs: z.number(),
  }),
});
export type Run = z.infer<typeof runSchema>;
