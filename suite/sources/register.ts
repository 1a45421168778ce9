// The register of a source: the text whose statements were counted, and every statement.

import * as z from 'zod';

/** Why a statement has no rule. */
export const statementClasses = ['informative', 'example', 'untestable', 'host-defined', 'repeated'] as const;

const classSchema = z.enum(statementClasses);
const wordsSchema = z.string().min(1);

/** A gist, with a class if no rule cites the statement; the class says why. */
const statementSchema = z.union([
  wordsSchema,
  z.strictObject({ gist: wordsSchema, class: classSchema, reason: wordsSchema.optional() }),
]);

const sectionSchema = z.strictObject({
  section: z
    .string()
    .regex(/^[^"`]+$/, 'expected the words of a heading, without quotation marks and code marks'),
  class: classSchema.optional().describe('of every statement of the section'),
  reason: wordsSchema.optional(),
  statements: z
    .record(z.string(), statementSchema)
    .refine(countsFromOne, 'expected statements numbered 1, 2, 3, …'),
});

/** The text that was counted. The pin identifies it, so that anybody can fetch it and count again. */
const countedSchema = z
  .strictObject({
    release: wordsSchema,
    repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name on GitHub'),
    revision: wordsSchema.describe('the tag or the commit'),
    path: wordsSchema,
    blob: z
      .string()
      .regex(/^[0-9a-f]{40}$/, 'expected the output of git hash-object')
      .optional(),
    words: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'expected a SHA-256')
      .optional(),
  })
  .refine(
    ({ blob, words }) => blob !== undefined || words !== undefined,
    'expected a pin with a blob or words',
  );

export const registerSchema = z
  .strictObject({
    title: wordsSchema,
    address: z.url(),
    counted: countedSchema,
    counting: wordsSchema.describe('how the statements are counted'),
    reasons: z.partialRecord(classSchema, wordsSchema).default({}),
    sections: z.array(sectionSchema).min(1),
  })
  .refine(({ sections }) => new Set(sections.map(({ section }) => section)).size === sections.length, {
    path: ['sections'],
    message: 'expected each section once',
  });

export type RegisterFile = z.infer<typeof registerSchema>;

function countsFromOne(statements: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(statements).every((number, index) => number === String(index + 1));
}
