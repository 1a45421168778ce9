// The messages between the harness and a host, one JSON object on each line.

import * as z from 'zod';
import { currentEdition, editionIds } from '../../model/editions.ts';
import { implementationInfoSchema } from '../../model/implementation-info.ts';
import { answerSchema, observedErrorSchema } from '../../model/observation.ts';
import { platforms } from '../../model/platform.ts';
import { capabilities, keysOf, waysOfImport } from '../../model/vocabulary.ts';

export const protocolVersion = 1;

/** The functions of an adapter module; what it exports decides what it is asked. */
export const adapterExports = [
  'createRequire',
  'resolve',
  'resolveImport',
  'resolveImportMeta',
  'importModule',
  'run',
] as const;

/** A question with absolute paths, as a host receives it. Expected values are never sent. */
export const askedQuestionSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('resolve'),
      from: z
        .string()
        .describe(
          'absolute path of the referrer, which need not exist; for the ways of import it may be a URL',
        ),
      specifier: z.string(),
      by: z
        .enum(waysOfImport)
        .optional()
        .describe('what asks; absent: require. Only loaders with the capability of this name are asked'),
    })
    .describe('what does the specifier resolve to?'),
  z
    .object({
      kind: z.literal('run'),
      entry: z.string().describe('absolute path of the entry'),
    })
    .describe('what happens when the program runs?'),
]);
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** A case as a host receives it. */
export const askedCaseSchema = z.object({
  root: z.string().describe('real, absolute path of the root of the tree'),
  platform: z
    .enum(platforms)
    .optional()
    .describe(
      'whose rules the paths follow; absent: those of this machine. With win32 elsewhere, the root of the disk is the drive Z:',
    ),
  edition: z
    .string()
    .describe('the edition that the answers are judged by, for loaders that can follow more than one'),
  environment: z
    .record(z.string(), z.string())
    .describe('environment variables of the case; they are already set in the process'),
  conditions: z
    .array(z.string())
    .optional()
    .describe(
      'conditions that apply besides those of the way, as NODE_OPTIONS names them; only loaders with the capability `user conditions` get any',
    ),
  arguments: z.array(z.string()).describe('arguments of the program'),
  questions: z.array(askedQuestionSchema).min(1),
});
export type AskedCase = z.infer<typeof askedCaseSchema>;

export const startRequestSchema = z.object({
  cmd: z.literal('start'),
  version: z.literal(protocolVersion).describe('version of the protocol'),
});
export const runRequestSchema = z.object({
  cmd: z.literal('run'),
  seq: z.int().positive(),
  case: askedCaseSchema,
});
export const stopRequestSchema = z.object({ cmd: z.literal('stop') });

/** Whether the case gets its own thread; only for hosts that have threads, see `Description.threads`. */
interface InThread {
  readonly inThread?: true;
}

export type Request =
  | z.infer<typeof startRequestSchema>
  | (z.infer<typeof runRequestSchema> & InThread)
  | z.infer<typeof stopRequestSchema>;

/** The description that a program which speaks the protocol must give, because there are no exports to inspect. */
export const introductionSchema = implementationInfoSchema.extend({
  edition: z
    .enum(editionIds as [string, ...string[]])
    .optional()
    .describe(`the edition that it follows; ${currentEdition} if absent`),
  capabilities: z
    .array(z.enum(keysOf(capabilities)))
    .min(1)
    .describe("what the implementation supports, see 'modspec list needs'; cases that need more are skipped"),
});

export const startReplySchema = z.object({
  version: z.literal(protocolVersion),
  implementation: implementationInfoSchema,
  offers: z.array(z.enum(adapterExports)).optional(),
});
export type StartReply = z.infer<typeof startReplySchema>;

const seq = z.int().describe('seq of the request');

export const runReplySchema = z.union([
  z.object({
    seq,
    answers: z.array(answerSchema).describe('one answer for each question, in the same order'),
  }),
  z
    .object({
      seq,
      skipped: z.literal(true),
      reason: z.string(),
      issue: z.string().optional().describe('URL of a page where the implementation discusses it'),
    })
    .describe('the implementation is known not to support this'),
  z
    .object({
      seq,
      errored: z.literal(true),
      context: z.string().describe('details for the author of the adapter'),
    })
    .describe('the adapter failed, not the implementation'),
]);
export type RunReply = z.infer<typeof runReplySchema>;

/** The message of a host that runs one case alone, before the program ends. */
export const aloneReplySchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ answers: z.array(answerSchema) }),
  z.object({ skipped: z.literal(true), reason: z.string() }),
  z.object({ uncaught: observedErrorSchema }),
]);
export type AloneReply = z.infer<typeof aloneReplySchema>;
