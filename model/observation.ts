// An observation: what happened when an implementation was asked. It is never right or wrong.

import * as z from 'zod';

export const observedErrorSchema = z.object({
  name: z.string().max(200).describe('such as Error or SyntaxError'),
  code: z.string().max(200).optional().describe('such as MODULE_NOT_FOUND'),
  message: z.string().optional().describe('text for people; never judged'),
});
export type ObservedError = z.infer<typeof observedErrorSchema>;

/** The observation of one step of a server case. */
export const observedStepSchema = z.object({
  kind: z.literal('step'),
  step: z.int().positive(),
  stdout: z.string().describe('what was printed since the previous step'),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('listens') }),
    z.object({ kind: z.literal('ended'), exitCode: z.int().nullable(), signal: z.string().optional() }),
    z.object({ kind: z.literal('responded'), status: z.int(), body: z.string() }),
    z.object({ kind: z.literal('no response') }),
    z.object({ kind: z.literal('waiting') }).describe('nothing happened within the time limit'),
    z.object({ kind: z.literal('not reached') }).describe('the server had ended before this step'),
  ]),
});
export type ObservedStep = z.infer<typeof observedStepSchema>;

const plainAnswers = [
  z.object({
    kind: z.literal('file'),
    path: z.string().describe('absolute path, as the implementation returned it'),
    suffix: z.string().optional().describe('the query and the fragment of its URL, if it has any'),
  }),
  z
    .object({ kind: z.literal('builtin'), name: z.string().max(200).describe('name without node:') })
    .describe('a core module'),
  z
    .object({ kind: z.literal('url'), url: z.string().describe('as the implementation returned it') })
    .describe('what `import` resolves to: the URL of a file, of a core module, or any other'),
  z.object({ kind: z.literal('error'), error: observedErrorSchema }).describe('the resolution failed'),
  z
    .object({
      kind: z.literal('run'),
      stdout: z.string().describe('everything that the program printed on standard output'),
      exitCode: z.int().nullable().describe('null if an error or a signal ended the program'),
      signal: z.string().optional(),
      error: observedErrorSchema.optional().describe('the uncaught error, if one ended the program'),
    })
    .describe('a program was run'),
] as const;

/** The answer of a host to one question; paths are absolute, as the implementation returned them. */
export const answerSchema = z.discriminatedUnion('kind', plainAnswers);

/** Servers are driven by the harness itself, so no host sends their answer. */
export interface ServeAnswer {
  readonly kind: 'serve';
  readonly steps: readonly ObservedStep[];
}

export type PlainAnswer = z.infer<typeof answerSchema>;
export type Answer = PlainAnswer | ServeAnswer;

/**
 * An answer as it is judged and reported: paths inside the tree are relative to it, anything else is `outside`,
 * and `<tree>` replaces the real path of the tree in printed text. Each step of a server is a separate observation.
 */
export const observationSchema = z.discriminatedUnion('kind', [
  ...plainAnswers,
  observedStepSchema,
  z.object({
    kind: z.literal('outside'),
    path: z.string().describe('the answer, which is not a path inside the tree'),
  }),
]);
export type Observation = z.infer<typeof observationSchema>;

/** An error that can't be seen from outside. It is known by identity, since a loader may give its error any name. */
export const unseenError: ObservedError = Object.freeze({ name: 'unseen' });
