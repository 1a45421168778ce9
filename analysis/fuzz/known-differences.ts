// Differences that are known and explained: each entry names exactly what it explains.

import * as z from 'zod';
import { parseEditionSelector } from '../../model/edition-selector.ts';
import { type Located, readYaml } from '../../model/input/read-located.ts';
import type { OpenQuestion } from '../../model/open-question.ts';
import { UsageError } from '../../model/usage-error.ts';
import { idShape, isId } from '../../suite/pages/page-id.ts';

const expression = z.string().min(1).refine(isExpression, 'expected a regular expression');

const knownSchema = z.strictObject({
  id: z.string().refine(isId, `expected ${idShape}`),
  implementation: z.string().min(1).describe('the name of the loader that differs, as it introduces itself'),
  editions: z.string().min(1).describe('as on a page, such as node 10–12'),
  expected: z.string().min(1).describe('the answer of the oracle, such as error ERR_INVALID_ARG_TYPE'),
  observed: z.string().min(1).describe('the answer of the loader'),
  specifier: expression.optional().describe('of a resolution: what the whole shrunk specifier matches'),
  program: expression.optional().describe('of a program: what a file of the shrunk tree contains'),
  reason: z.string().min(1).describe('why this difference is accepted'),
});

export const knownDifferencesSchema = z.strictObject({ differences: z.array(knownSchema) });

export interface KnownDifference extends z.infer<typeof knownSchema> {
  readonly editionIds: readonly string[];
}

/** What of a shrunk difference decides whether it is known. */
export interface Shape {
  readonly implementation: string;
  readonly edition: string;
  readonly asked: OpenQuestion;
  readonly texts: readonly string[];
  /** The answers in words; a path in the tree is `file`. */
  readonly expected: string;
  readonly observed: string;
}

/** @throws {UsageError} with file and line */
export function readKnownDifferences(file: string): KnownDifference[] {
  const { value, lineOf }: Located<z.infer<typeof knownDifferencesSchema>> = readYaml(
    file,
    knownDifferencesSchema,
    'a register of known differences',
  );
  return value.differences.map((entry, at) => {
    const place = { file, line: lineOf(['differences', at]) };
    if ((entry.specifier === undefined) === (entry.program === undefined))
      throw new UsageError(`${entry.id}: expected either 'specifier' or 'program'`, place);
    if (value.differences.findIndex(({ id }) => id === entry.id) !== at)
      throw new UsageError(`${entry.id}: this id is already used above; choose another one`, place);
    return { ...entry, editionIds: editionsOf(entry.editions, place) };
  });
}

function editionsOf(selector: string, place: { file: string; line: number }): string[] {
  try {
    return parseEditionSelector(selector);
  } catch (error) {
    throw new UsageError((error as Error).message, place);
  }
}

/** The entry that explains a difference. */
export function explainedBy(shape: Shape, known: readonly KnownDifference[]): KnownDifference | undefined {
  return known.find(
    (entry) =>
      entry.implementation === shape.implementation &&
      entry.editionIds.includes(shape.edition) &&
      entry.expected === shape.expected &&
      entry.observed === shape.observed &&
      asksFor(entry, shape),
  );
}

function asksFor({ specifier, program }: KnownDifference, { asked, texts }: Shape): boolean {
  if (asked.kind === 'resolve')
    return specifier !== undefined && new RegExp(`^(?:${specifier})$`, 'su').test(asked.specifier);
  return program !== undefined && texts.some((text) => new RegExp(program, 'su').test(text));
}

function isExpression(text: string): boolean {
  try {
    new RegExp(text, 'su');
    return true;
  } catch {
    return false;
  }
}
