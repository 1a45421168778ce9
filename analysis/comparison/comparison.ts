// The comparison: how many cases each named implementation passed when it was last asked, as the data of a table.

import * as z from 'zod';
import { levels } from '../../model/vocabulary.ts';

export const scoreSchema = z.object({
  pass: z.int(),
  asked: z.int().describe('cases that were judged; skipped ones are not'),
  floor: z.int().describe('how many of them the best null loader passes'),
});
export type Score = z.infer<typeof scoreSchema>;

const comparedSchema = z.object({
  kind: z.literal('compared'),
  version: z.string().optional(),
  edition: z.string().describe('the edition that it was judged by'),
  levels: z.partialRecord(z.enum(levels), scoreSchema).describe('the levels of which it was asked a case'),
  intended: z.int().describe('the failures that its documentation describes as intended'),
  skipped: z.int(),
  broken: z.int().describe('cases that ended with an error of the adapter or the harness'),
});

export const rowSchema = z.object({
  name: z.string().describe('the value of --impl, without a version'),
  category: z.string().describe('such as runtime or bundler'),
  homepage: z.string(),
  seen: z.iso.date().describe('the day on which it was asked'),
  machine: z.string().describe('the Node that ran modspec, and its machine'),
  modspec: z.string().describe('version'),
  outcome: z.discriminatedUnion('kind', [
    comparedSchema,
    z.object({ kind: z.literal('not at hand'), reason: z.string() }),
    z.object({ kind: z.literal('broke'), reason: z.string() }).describe('it could not be asked all cases'),
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

/** The comparison with this row in place of an older row with the same name. */
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
