// The comparison: what each implementation that can be named was last seen to pass, as data a reader's table is made of.

import * as z from 'zod';
import { levels } from '../../harness/model/vocabulary.ts';

export const scoreSchema = z.object({
  pass: z.int(),
  asked: z.int().describe('cases that were judged; skipped ones are not'),
  floor: z.int().describe('what the best loader without any sense passes of them'),
});
export type Score = z.infer<typeof scoreSchema>;

const comparedSchema = z.object({
  kind: z.literal('compared'),
  version: z.string().optional(),
  edition: z.string().describe('the edition it was judged by'),
  levels: z.partialRecord(z.enum(levels), scoreSchema).describe('those of which it was asked something'),
  intended: z.int().describe('of what it does not pass, how much its documentation says is intended'),
  skipped: z.int(),
  broken: z.int().describe('cases that the adapter or the harness could not do'),
});

export const rowSchema = z.object({
  name: z.string().describe('as after --impl, without a version'),
  category: z.string().describe('such as runtime or bundler'),
  homepage: z.string(),
  seen: z.iso.date().describe('the day on which it was asked'),
  machine: z.string().describe('the Node that asked, and what it ran on'),
  modspec: z.string().describe('version'),
  outcome: z.discriminatedUnion('kind', [
    comparedSchema,
    z.object({ kind: z.literal('not at hand'), reason: z.string() }),
    z.object({ kind: z.literal('broke'), reason: z.string() }).describe('it could not be asked to the end'),
  ]),
});
export type Row = z.infer<typeof rowSchema>;

export const comparisonSchema = z.object({ rows: z.array(rowSchema) });
export type Comparison = z.infer<typeof comparisonSchema>;

/** The kinds in the order of the table; others come last. */
const categories = [
  'reference',
  'runtime',
  'engine',
  'loader hook',
  'loader',
  'resolver',
  'bundler',
  'server',
];

/** The comparison with this row in the place of an older one of the same name. */
export function putRow({ rows }: Comparison, row: Row): Comparison {
  return { rows: [...rows.filter(({ name }) => name !== row.name), row].sort(inOrder) };
}

function inOrder(a: Row, b: Row): number {
  return rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en');
}

function rankOf({ category }: Row): number {
  const index = categories.indexOf(category);
  return index < 0 ? categories.length : index;
}
