// An observation: what happened when an implementation was asked. Never right or wrong.

import * as z from 'zod';

export const observedErrorSchema = z.object({
  name: z.string().max(200).describe('such as Error or SyntaxError'),
  code: z.string().max(200).optional().describe('such as MODULE_NOT_FOUND'),
  message: z.string().optional().describe('for people; never judged'),
});
export type ObservedError = z.infer<typeof observedErrorSchema>;

/** What one step of a server case showed. */
export const observedStepSchema = z.object({
  kind: z.literal('step'),
  step: z.int().positive(),
  stdout: z.string().describe('what was printed since the step before'),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('listens') }),
    z.object({ kind: z.literal('ended'), exitCode: z.int().nullable(), signal: z.string().optional() }),
    z.object({ kind: z.literal('responded'), status: z.int(), body: z.string() }),
    z.object({ kind: z.literal('no response') }),
    z.object({ kind: z.literal('waiting') }).describe('nothing happened within the time limit'),
    z.object({ kind: z.literal('not reached') }).describe('the server was gone before this step'),
  ]),
});
export type ObservedStep = z.infer<typeof observedStepSchema>;

const plainAnswers = [
  z.object({
    kind: z.literal('file'),
    path: z.string().describe('absolute, as the implementation gave it'),
  }),
  z
    .object({ kind: z.literal('builtin'), name: z.string().max(200).describe('without node:') })
    .describe('a core module'),
  z.object({ kind: z.literal('error'), error: observedErrorSchema }).describe('the resolution failed'),
  z
    .object({
      kind: z.literal('run'),
      stdout: z.string().describe('all that the program printed there'),
      exitCode: z.int().nullable().describe('null when an error or a signal ended the program'),
      signal: z.string().optional(),
      error: observedErrorSchema.optional().describe('the uncaught error, if one ended the program'),
    })
    .describe('a program was run'),
] as const;

/** What a host may answer to one question; paths are absolute as the implementation gave them. */
export const answerSchema = z.discriminatedUnion('kind', plainAnswers);

/** Servers are driven by the harness itself, so their answer never travels. */
export interface ServeAnswer {
  readonly kind: 'serve';
  readonly steps: readonly ObservedStep[];
}

export type PlainAnswer = z.infer<typeof answerSchema>;
export type Answer = PlainAnswer | ServeAnswer;

/**
 * An answer as it is judged and reported: paths inside the tree are relative to it, anything else is `outside`,
 * and the tree's real path in printed text reads `<tree>`. Each step of a server is an observation of its own.
 */
export const observationSchema = z.discriminatedUnion('kind', [
  ...plainAnswers,
  observedStepSchema,
  z.object({
    kind: z.literal('outside'),
    path: z.string().describe('not a path inside the tree, as it was answered'),
  }),
]);
export type Observation = z.infer<typeof observationSchema>;

/** An error of which only is known that there was one. */
export const unseenError: ObservedError = { name: 'unseen' };
