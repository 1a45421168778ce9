// What a question, or a step of a server, was compared with: what the case expects in one edition.

import * as z from 'zod';
import { type Expectation, resolveExpectationSchema, runExpectationSchema, shownStepSchema } from './case.ts';

const [file, builtin, url, error] = resolveExpectationSchema.options;
const withoutEditions = { editions: true } as const;

export const expectedSchema = z.discriminatedUnion('kind', [
  file.omit(withoutEditions),
  builtin.omit(withoutEditions),
  url.omit(withoutEditions),
  error.omit(withoutEditions),
  runExpectationSchema.omit(withoutEditions),
  ...shownStepSchema.options,
  z
    .object({ kind: z.literal('words'), words: z.string() })
    .describe('only in runs that were first written in format 1, which has nothing else'),
]);
export type Expected = z.infer<typeof expectedSchema>;

/** A server is compared step by step, so its expectation as a whole is none of these. */
export function expectedFrom({
  editions: _,
  ...expected
}: Exclude<Expectation, { kind: 'serve' }>): Expected {
  return expected;
}
