// The messages between the harness and a host. One JSON object a line.

import * as z from 'zod';
import { currentEdition, editionIds } from '../model/editions.ts';
import { answerSchema, observedErrorSchema } from '../model/observation.ts';
import { capabilities, keysOf } from '../model/vocabulary.ts';

export const protocolVersion = 1;

/** A question with absolute paths, as a host gets it. Expected values never travel. */
export const askedQuestionSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('resolve'),
      from: z.string().describe('absolute path of the referrer: the file whose code asks; it may not exist'),
      specifier: z.string(),
    })
    .describe('which file does the specifier name?'),
  z
    .object({
      kind: z.literal('run'),
      entry: z.string().describe('absolute path of the file that is run first'),
    })
    .describe('what happens when the program is run?'),
]);
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** A case as a host gets it. */
export const askedCaseSchema = z.object({
  root: z.string().describe('real, absolute path of the folder that holds the tree'),
  edition: z.string().describe('what the answers are judged by, for loaders that can follow more than one'),
  environment: z
    .record(z.string(), z.string())
    .describe('variables of the case; they are set in the process already'),
  arguments: z.array(z.string()).describe('for the program'),
  questions: z.array(askedQuestionSchema).min(1),
});
export type AskedCase = z.infer<typeof askedCaseSchema>;

export const startRequestSchema = z.object({
  cmd: z.literal('start'),
  version: z.literal(protocolVersion).describe('of the protocol'),
});
export const runRequestSchema = z.object({
  cmd: z.literal('run'),
  seq: z.int().positive(),
  case: askedCaseSchema,
});
export const stopRequestSchema = z.object({ cmd: z.literal('stop') });

/** The case is to get a thread of its own; only asked of hosts that have them, see `Description.threads`. */
interface InThread {
  readonly inThread?: true;
}

export type Request =
  | z.infer<typeof startRequestSchema>
  | (z.infer<typeof runRequestSchema> & InThread)
  | z.infer<typeof stopRequestSchema>;

/** How an implementation describes itself. */
export const implementationInfoSchema = z.object({
  name: z.string().min(1).max(200),
  version: z.string().max(100).optional().describe('of the implementation, not of its adapter'),
  homepage: z.string().max(500).optional(),
  edition: z.string().optional(),
  capabilities: z.array(z.string()).optional(),
});
export type ImplementationInfo = z.infer<typeof implementationInfoSchema>;

/** What a program that speaks the protocol by itself must say: nothing can be told from its exports. */
export const introductionSchema = implementationInfoSchema.extend({
  edition: z
    .enum(editionIds as [string, ...string[]])
    .optional()
    .describe(`the edition that it aims at; ${currentEdition} when absent`),
  capabilities: z
    .array(z.enum(keysOf(capabilities)))
    .min(1)
    .describe("what it can be asked, see 'modspec list needs'; cases that need more are skipped"),
});

export const startReplySchema = z.object({
  version: z.literal(protocolVersion),
  implementation: implementationInfoSchema,
  offers: z.array(z.enum(['createRequire', 'resolve', 'run'])).optional(),
});
export type StartReply = z.infer<typeof startReplySchema>;

const seq = z.int().describe('the one of the request');

export const runReplySchema = z.union([
  z.object({ seq, answers: z.array(answerSchema).describe('one for each question, in their order') }),
  z
    .object({
      seq,
      skipped: z.literal(true),
      reason: z.string(),
      issue: z.string().optional().describe('URL where the implementation discusses it'),
    })
    .describe('the implementation is known not to support this'),
  z
    .object({ seq, errored: z.literal(true), context: z.string().describe('for the author of the adapter') })
    .describe('the adapter, not the implementation, could not do it'),
]);
export type RunReply = z.infer<typeof runReplySchema>;

/** What a host that runs one case alone writes before the program ends by itself. */
export const aloneReplySchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ answers: z.array(answerSchema) }),
  z.object({ uncaught: observedErrorSchema }),
]);
export type AloneReply = z.infer<typeof aloneReplySchema>;
