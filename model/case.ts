// A case: one executable example, as generated from a page. These schemas are the type, the check and the
// published JSON Schema in one.

import * as z from 'zod';
import { levels, needs, requirements, waysOfImport } from './vocabulary.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const treePath = z
  .string()
  .min(1)
  .describe('path inside the tree, with forward slashes, without a leading ./');
const mode = z
  .string()
  .regex(/^[0-7]{3,4}$/)
  .optional()
  .describe('permission bits in octal');

export const treeEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    path: treePath,
    text: z.string().describe('UTF-8 content; every <tree> in it is replaced by the real path of the tree'),
    mode,
  }),
  z.strictObject({
    kind: z.literal('bytes'),
    path: treePath,
    base64: z.string().describe('exact content, base64'),
    mode,
  }),
  z.strictObject({ kind: z.literal('folder'), path: treePath, mode }),
  z.strictObject({
    kind: z.literal('symlink'),
    path: treePath,
    target: z.string().min(1).describe('target as written into the link, relative to the folder of the link'),
  }),
]);
export type TreeEntry = z.infer<typeof treeEntrySchema>;

const editionList = z.array(z.string()).min(1).describe('the editions in which this is expected');

export const resolveExpectationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    editions: editionList,
    path: treePath,
    suffix: z
      .string()
      .regex(/^[?#]/)
      .optional()
      .describe('the query and the fragment of its URL, as in ?a#b; absent: the URL has neither'),
  }),
  z.strictObject({ kind: z.literal('builtin'), editions: editionList, name: z.string().min(1) }),
  z
    .strictObject({ kind: z.literal('url'), editions: editionList, url: z.string().min(1) })
    .describe('a URL that is not that of a file in the tree'),
  z.strictObject({
    kind: z.literal('error'),
    editions: editionList,
    error: z.string().min(1).describe("the error's code, or its name if it has no code"),
  }),
]);
export type ResolveExpectation = z.infer<typeof resolveExpectationSchema>;

export const runExpectationSchema = z.strictObject({
  kind: z.literal('run'),
  editions: editionList,
  stdout: z.string().describe('what the program prints; <tree> is replaced by the real path of the tree'),
  exitCode: z.int().optional().describe('compared only if present'),
  error: z
    .string()
    .optional()
    .describe('the code of the error that ends the program, or its name if it has no code; absent: no error'),
});
export type RunExpectation = z.infer<typeof runExpectationSchema>;

export const serveStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    environment: z
      .string()
      .min(1)
      .describe('the name of the environment of the server, not an environment variable'),
  }),
  z.strictObject({
    kind: z.literal('request'),
    method: z.string().regex(/^[A-Z]+$/),
    path: z.string().startsWith('/').describe('sent as it is, query included'),
  }),
  z.strictObject({
    kind: z.literal('write'),
    path: treePath,
    text: z.string().describe('every <tree> in it is replaced by the real path of the tree'),
  }),
  z.strictObject({ kind: z.literal('delete'), path: treePath }),
  z.strictObject({ kind: z.literal('end') }).describe('wait until the server ends by itself'),
  z.strictObject({ kind: z.literal('stop') }).describe('end the server with a signal'),
]);
export type ServeStep = z.infer<typeof serveStepSchema>;

const shown = {
  step: z.int().positive().describe('the number of the step, from 1'),
  stdout: z
    .string()
    .describe('what was printed since the previous step; <tree> is replaced by the path of the tree'),
};

export const shownStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listens'), ...shown }),
  z
    .strictObject({ kind: z.literal('stalls'), ...shown })
    .describe('the server never listens: it prints nothing, or ends with exit code 0'),
  z.strictObject({ kind: z.literal('ends'), ...shown, exitCode: z.int() }),
  z.strictObject({
    kind: z.literal('responds'),
    ...shown,
    status: z.int(),
    body: z.string().optional().describe('compared only if present'),
  }),
  z.strictObject({ kind: z.literal('no response'), ...shown }).describe('the connection breaks'),
]);
export type ShownStep = z.infer<typeof shownStepSchema>;

export const serveExpectationSchema = z.strictObject({
  kind: z.literal('serve'),
  editions: editionList,
  shows: z
    .array(shownStepSchema)
    .min(1)
    .describe('what the steps show; steps after the end of the server are not taken'),
});
export type ServeExpectation = z.infer<typeof serveExpectationSchema>;

export type Expectation = ResolveExpectation | RunExpectation | ServeExpectation;

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resolve'),
    from: z.string().min(1).describe('the referrer: a path inside the tree, or a URL'),
    by: z.enum(waysOfImport).optional().describe('what asks; absent: require'),
    specifier: z.string().describe('every <tree> in it is replaced by the real path of the tree'),
    expect: z.array(resolveExpectationSchema).min(1),
  }),
  z.strictObject({
    kind: z.literal('run'),
    entry: treePath.describe('the entry'),
    arguments: z.array(z.string()),
    expect: z.array(runExpectationSchema).min(1),
  }),
  z.strictObject({
    kind: z.literal('serve'),
    steps: z.array(serveStepSchema).min(1),
    expect: z.array(serveExpectationSchema).min(1),
  }),
]);
export type Question = z.infer<typeof questionSchema>;

export const caseSchema = z.strictObject({
  id,
  title: z.string().min(1),
  rule: id,
  level: z.enum(levels),
  needs: z
    .array(z.enum(needs as [string, ...string[]]))
    .describe('the capabilities of the loader and of the machine that the case needs, see cases/README.md'),
  environment: z.record(z.string(), z.string()),
  tree: z.array(treeEntrySchema),
  questions: z.array(questionSchema).min(1),
  hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('changes if and only if the questions or the expectations change'),
  source: z.strictObject({ file: z.string(), line: z.int().positive() }),
});
export type Case = z.infer<typeof caseSchema>;

export const stepSchema = z.strictObject({
  label: z.string().describe('the operation and the numerals of the lists, as in LOAD_AS_DIRECTORY 1.iii'),
  text: z
    .string()
    .min(1)
    .describe('the words of the step, Markdown, without its condition and its sub-steps'),
  editions: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('the editions in which the step is taken; absent: all editions of its operation'),
});
export type Step = z.infer<typeof stepSchema>;

export const ruleSchema = z.strictObject({
  id,
  title: z.string().min(1),
  section: z.string(),
  requirement: z.enum(requirements),
  text: z.string().min(1).describe('the normative text, Markdown'),
  sources: z.array(z.string()).describe('document, section and sentence that the rule restates'),
  steps: z.array(stepSchema).describe('numbered steps of an algorithm, in page order; empty for other rules'),
  line: z.int().positive(),
});
export type Rule = z.infer<typeof ruleSchema>;

export const pageCasesSchema = z.strictObject({
  $schema: z.string(),
  format: z.literal(1).describe('version of this format; it changes only if readers have to change'),
  generatedBy: z.string().describe('modspec and its version'),
  page: id,
  file: z.string().describe('path of the page; pages are read in the order of these paths'),
  title: z.string().min(1),
  rules: z.array(ruleSchema),
  cases: z.array(caseSchema),
});
export type PageCases = z.infer<typeof pageCasesSchema>;
